using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Bot.Telegram;
using SlrtBot.Bot.Telegram.SetUp;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Files;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Notifications;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit.FakeTelegram;
using Xunit;

namespace SlrtBot.Bot.Tests.Telegram;

/// <summary>
/// Every method and every shape that this bot sends, compared with what was recorded before Telegram.Bot wrote it: a
/// library that repeats by itself, or leaves a field out, is seen here.
/// </summary>
public sealed class TelegramWireTests
{
    private static readonly MessageContent Question = new("Untuk siapa?")
    {
        Choices =
        [
            new Choice("a", "Saya", "t1"), new Choice("b", "Orang lain", "t2", ChoiceStyle.Primary),
            new Choice("c", "Kirim", "t3", ChoiceStyle.Success), new Choice("d", "Batal", "t4", ChoiceStyle.Danger),
        ],
    };

    [Fact]
    public async Task A_residents_report_has_the_recorded_shapes()
    {
        // Arrange
        await using var host = await TelegramHost.ResidentAsync(DatabaseProvider.Sqlite);
        var record = new WireRecord(host.Telegram, shapesOnly: true);
        var siti = host.Telegram.Phone();

        // Act
        await siti.StartsAsync("d_3204372002");
        await HearsAsync(siti, "Sadu");
        await PressesAsync(siti, "Sampaikan keluhan", "Apakah Anda setuju?");
        await PressesAsync(siti, "Setuju, lanjut", "Langkah 1 dari 6");
        await PressesAsync(siti, "Saya sendiri", "Langkah 2 dari 6");
        await PressesAsync(siti, "Bantuan uang & pangan", "Lebih tepatnya");
        await PressesAsync(siti, "Belum cair / saldo nol", "Langkah 3 dari 6");
        await siti.SaysAsync("Sudah tiga bulan beras tidak datang");
        await host.PauseAsync();
        await PressesAsync(siti, "Selesai bercerita", "Langkah 4 dari 6");
        await siti.SaysAsync("desa Sadu");
        await HearsAsync(siti, "Langkah 5 dari 6");
        await siti.SendsAlbumAsync(3);
        await host.PauseAsync();
        await HearsAsync(siti, "3 foto kami terima.");
        await siti.SendsDocumentAsync("surat.pdf", "application/pdf", "%PDF-1.4"u8.ToArray());
        await siti.SendsVoiceAsync();
        await siti.SendsStickerAsync();
        await host.PauseAsync();
        await PressesAsync(siti, "Selesai", "Langkah 6 dari 6");
        await siti.SharesContactAsync();
        await HearsAsync(siti, "NIK");
        await siti.SaysAsync("lewati");
        await HearsAsync(siti, "Periksa dulu");
        await PressesAsync(siti, "Kirim laporan", "Laporan terkirim");
        await siti.SaysAsync("nik saya 3204375203749999");
        await host.Telegram.Ledger.WaitAsync(siti.Id, chat => chat.FirstOrDefault(m => m.IsDeleted), TimeSpan.FromSeconds(15));
        await siti.StopsSpinningAsync();
        await host.IsAtRestAsync();

        // Assert
        record.IsAsRecorded("report", distinct: true);
    }

    [Fact]
    public async Task Each_kind_of_message_is_sent_as_recorded()
    {
        // Arrange
        await using var host = await TelegramHost.IdleAsync();
        host.Telegram.Phone();
        var record = new WireRecord(host.Telegram);

        // Act
        await SendAsync(host, record, new MessageContent("*halo* <b>_apa_ kabar</b> & \"Bu\" é 🙏 \\ / \t'\n1+1=2"));
        await SendAsync(host, record, new MessageContent("🙏 Nomor: SLRT-7K3Q-AB12-C") { Monospace = ["SLRT-7K3Q-AB12-C"] });
        await SendAsync(host, record, Question);
        await SendAsync(host, record, Question with { Choices = [new Choice("a", "Label yang jauh lebih panjang", "t1"), new Choice("b", "Lain", "t2")] });
        await SendAsync(host, record, new MessageContent("Nomor HP?") { Ask = Ask.Contact, AskLabel = "Bagikan nomor", Choices = [new Choice("s", "Lewati", "t1")] });
        await SendAsync(host, record, new MessageContent("Di mana?") { Ask = Ask.Location, AskLabel = "Bagikan lokasi" });
        await SendAsync(host, record, new MessageContent("Terima kasih.") { RemovesKeyboard = true });
        await SendAsync(host, record, new MessageContent("Terima kasih.\n\nBenar begitu?") { RemovesKeyboard = true, Choices = Question.Choices });
        await SendAsync(host, record, new MessageContent("Malam hari") { Silent = true, Protected = true });
        await SendAsync(host, record, new MessageContent("Kabar"), OutboundKind.Notice, about: "100");
        await SendAsync(host, record, new MessageContent("Dari petugas"), OutboundKind.Staff);
        await SendAsync(host, record, new MessageContent(string.Join("\n\n", Enumerable.Repeat(new string('a', 1700), 3)) + "\n\nNomor: SLRT-1") { Monospace = ["SLRT-1"], Choices = [new Choice("s", "Cek", "t1")] });
        await SendAsync(host, record, new MessageContent("Diproses") { Monospace = ["Diproses"], Choices = [new Choice("s", "Cek", "t1")] }, OutboundKind.Edit, about: "100");
        await SendAsync(host, record, new MessageContent("Diproses") { Monospace = ["Diproses"], Choices = [new Choice("s", "Cek", "t1")] }, OutboundKind.Edit, about: "100");
        await SendAsync(host, record, new MessageContent("Diproses lagi"), OutboundKind.Edit, about: "100");
        await SendAsync(host, record, new MessageContent("") { Target = "101" }, OutboundKind.Removal);
        await SendAsync(host, record, new MessageContent("") { Target = "77" }, OutboundKind.Removal);
        await Messenger(host).ShowTypingAsync("7123456789", CancellationToken.None);

        // Assert
        record.IsAsRecorded("messages");
    }

    [Fact]
    public async Task No_failure_is_answered_with_a_call_that_nobody_made()
    {
        // Arrange
        await using var host = await TelegramHost.IdleAsync();
        host.Telegram.Phone();
        var record = new WireRecord(host.Telegram);
        var faults = new (string Name, FakeFault Fault)[]
        {
            ("429 after 5", FakeFault.TooManyRequests(5)), ("429 after 90", FakeFault.TooManyRequests(90)),
            ("400", FakeFault.Refusal(400, "Bad Request: message is too long")), ("403", FakeFault.Blocked),
            ("403 of a proxy", FakeFault.Html(403)), ("429 of a proxy", FakeFault.Html(429)), ("500", FakeFault.ServerError),
            ("502 of a proxy", FakeFault.Html(502)), ("200 of a proxy", FakeFault.Html(200)), ("half an answer", FakeFault.TruncatedJson),
            ("refused without a code", FakeFault.OkFalseWithoutCode), ("message id zero", FakeFault.MessageIdZero),
            ("reset before", FakeFault.ResetBeforeAccept), ("reset after", FakeFault.ResetAfterAccept), ("401", FakeFault.Unauthorized),
        };

        // Act
        foreach (var (name, fault) in faults)
        {
            record.Note($"# {name}");
            host.Telegram.Faults.Next("sendMessage", fault);
            await SendAsync(host, record, new MessageContent("Halo"));
            host.Clock.Advance(TimeSpan.FromMinutes(2));
        }

        // Assert
        record.IsAsRecorded("failures");
    }

    [Fact]
    public async Task Updates_are_asked_for_and_confirmed_as_recorded()
    {
        // Arrange
        await using var host = await TelegramHost.IdleAsync();
        var polling = ActivatorUtilities.CreateInstance<TelegramPolling>(host.Services);
        var record = new WireRecord(host.Telegram);
        var siti = host.Telegram.Phone();

        // Act
        await siti.SaysAsync("Halo");
        await siti.SendsPhotoAsync("atap");
        await polling.PollAsync(CancellationToken.None);
        var quiet = polling.PollAsync(CancellationToken.None);
        await host.Telegram.Updates.IsWaitedForAsync();
        host.Telegram.Updates.AnswersNothing();
        await quiet;
        foreach (var fault in new[] { FakeFault.Conflict, FakeFault.TooManyRequests(7), FakeFault.ServerError, FakeFault.Html(200) })
        {
            host.Telegram.Faults.Next("getUpdates", fault);
            record.Note($"→ {await polling.PollAsync(CancellationToken.None)}");
        }

        // Assert
        record.IsAsRecorded("updates");
    }

    [Fact]
    public async Task Files_are_fetched_as_recorded()
    {
        // Arrange
        await using var host = await TelegramHost.IdleAsync();
        var files = host.Services.GetServices<IFileSource>().Single(s => s.Scheme == TelegramContents.FileScheme);
        var id = host.Telegram.Files.Add([1, 2, 3]);
        var large = host.Telegram.Files.Add(new byte[TelegramClient.LongestFile + 1]);
        var record = new WireRecord(host.Telegram);

        // Act
        foreach (var file in new[] { id, large, "unknown" })
        {
            var fetched = await files.FetchAsync(files.Scheme + file, CancellationToken.None);
            record.Note($"→ {fetched.Result} {fetched.Bytes?.Length}");
        }

        foreach (var fault in new[] { FakeFault.TooManyRequests(9), FakeFault.ServerError, FakeFault.Unauthorized })
        {
            host.Telegram.Faults.Next("getFile", fault);
            var fetched = await files.FetchAsync(files.Scheme + id, CancellationToken.None);
            record.Note($"→ {fetched.Result} {fetched.NotBefore - host.Clock.UtcNow}");
        }

        // Assert
        record.IsAsRecorded("files");
    }

    [Fact]
    public async Task The_set_up_has_the_recorded_shapes()
    {
        // Arrange
        await using var host = await TelegramHost.IdleAsync();
        var record = new WireRecord(host.Telegram, shapesOnly: true);
        var setUp = host.Services.GetRequiredService<SetUpTelegram>();
        var watch = ActivatorUtilities.CreateInstance<WatchTelegramWebhook>(host.Services);

        // Act
        foreach (var webhook in new[] { new Uri("https://slrt.example.go.id/webhooks/telegram"), null })
        {
            await foreach (var step in setUp.RunAsync(webhook, 10, CancellationToken.None))
            {
                record.Note($"→ {step.Method} {step.Detail} {step.Problem}");
            }
        }

        host.Telegram.Faults.Next("getMe", FakeFault.TooManyRequests(3));
        await foreach (var step in setUp.RunAsync(null, 10, CancellationToken.None))
        {
            record.Note($"→ {step.Method} {step.Detail} {step.Problem}");
        }

        await watch.LookAsync(CancellationToken.None);

        // Assert
        record.IsAsRecorded("setup");
    }

    private static async Task SendAsync(
        TelegramHost host, WireRecord record, MessageContent content, OutboundKind kind = OutboundKind.Reply, string? about = null)
    {
        var delivery = await Messenger(host).SendAsync(
            new Outgoing(
                SequentialId.Next(host.Clock.UtcNow), SequentialId.Next(host.Clock.UtcNow), "telegram", "7123456789", kind, content, about),
            CancellationToken.None);
        record.Note($"→ {delivery.Result} {delivery.ProviderMessageId} {delivery.ErrorCode} {delivery.NotBefore - host.Clock.UtcNow}");
    }

    private static IMessenger Messenger(TelegramHost host) => host.Services.GetServices<IMessenger>().Single(m => m.Channel == "telegram");

    private static Task<SeenMessage> HearsAsync(FakePhone phone, string words) =>
        phone.HearsAsync(m => m.Text.Contains(words, StringComparison.Ordinal));

    private static async Task PressesAsync(FakePhone phone, string label, string hears)
    {
        await phone.HearsAsync(m => m.Buttons.Any(b => b.Label.EndsWith(label, StringComparison.Ordinal)));
        await phone.PressesAsync(label);
        await HearsAsync(phone, hears);
    }
}
