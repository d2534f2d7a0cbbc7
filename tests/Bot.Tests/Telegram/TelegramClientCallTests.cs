using SlrtBot.Bot.Telegram;
using SlrtBot.TestKit.FakeTelegram;
using Telegram.Bot.Requests;
using Telegram.Bot.Types.ReplyMarkups;
using Xunit;

namespace SlrtBot.Bot.Tests.Telegram;

public sealed class TelegramClientCallTests : IAsyncLifetime
{
    private TestTelegram _telegram = null!;

    private TelegramClient Client => _telegram.Client;

    private FakePhone Phone => _telegram.Server.Phone();

    public async Task InitializeAsync() => _telegram = await TestTelegram.StartAsync();

    public async Task DisposeAsync() => await _telegram.DisposeAsync();

    [Fact]
    public async Task An_edited_message_shows_the_new_text_and_the_same_text_again_is_no_failure()
    {
        // Arrange
        await _telegram.SendAsync("Diterima");
        var card = await Phone.HearsAsync();
        var edit = new EditMessageTextRequest { ChatId = Phone.Id, MessageId = (int)card.Id, Text = "Diproses" };

        // Act
        var first = await Client.EditMessageTextAsync(edit, CancellationToken.None);
        var second = await Client.EditMessageTextAsync(edit, CancellationToken.None);

        // Assert
        Assert.Equal(new SendOutcome.Sent(card.Id), first);
        Assert.Equal(new SendOutcome.Sent(card.Id), second);
        Assert.Equal("Diproses", card.Text);
        Assert.Equal(["Diterima"], card.EarlierTexts);
    }

    [Fact]
    public async Task A_press_stops_spinning_and_one_that_is_too_old_is_no_failure()
    {
        // Arrange
        await Client.SendMessageAsync(
            new SendMessageRequest
            {
                ChatId = Phone.Id,
                Text = "Lanjut?",
                ReplyMarkup = new InlineKeyboardMarkup { InlineKeyboard = [[new InlineKeyboardButton { Text = "Ya", CallbackData = "t1" }]] },
            },
            CancellationToken.None);
        await Phone.PressesAsync("Ya");
        var spinning = Phone.Spinners;
        var update = (await Client.GetUpdatesAsync(null, 0, CancellationToken.None)).Result![0];
        var press = new AnswerCallbackQueryRequest { CallbackQueryId = update.GetProperty("callback_query").GetProperty("id").GetString()! };

        // Act
        var first = await Client.AnswerCallbackQueryAsync(press, CancellationToken.None);
        var late = await Client.AnswerCallbackQueryAsync(press, CancellationToken.None);

        // Assert
        Assert.Equal(1, spinning);
        Assert.Equal(0, Phone.Spinners);
        Assert.IsType<SendOutcome.Sent>(first);
        Assert.IsType<SendOutcome.Sent>(late);
    }

    [Fact]
    public async Task A_residents_message_is_deleted_once_and_again_without_failure()
    {
        // Arrange
        await Phone.SaysAsync("3204010101010001");
        var own = Phone.Chat[0];
        var deletion = new DeleteMessageRequest { ChatId = Phone.Id, MessageId = (int)own.Id };

        // Act
        var first = await Client.DeleteMessageAsync(deletion, CancellationToken.None);
        var again = await Client.DeleteMessageAsync(deletion, CancellationToken.None);

        // Assert
        Assert.True(own.IsDeleted);
        Assert.IsType<SendOutcome.Sent>(first);
        Assert.IsType<SendOutcome.Sent>(again);
    }

    [Fact]
    public async Task A_file_is_fetched_by_id_then_by_path()
    {
        // Arrange
        var bytes = Enumerable.Range(0, 200_000).Select(i => (byte)i).ToArray();
        var id = _telegram.Server.Files.Add(bytes);
        using var destination = new MemoryStream();

        // Act
        var file = await Client.GetFileAsync(id, CancellationToken.None);
        var fetched = await Client.DownloadFileAsync(file.Result!.FilePath!, destination, CancellationToken.None);

        // Assert
        Assert.Equal(bytes.Length, fetched.Result);
        Assert.Equal(bytes, destination.ToArray());
    }

    [Fact]
    public async Task A_file_of_more_than_20_MB_is_refused_before_it_fills_the_disk()
    {
        // Arrange
        var id = _telegram.Server.Files.Add(new byte[TelegramClient.LongestFile + 1]);
        using var destination = new MemoryStream();

        // Act
        var asked = await Client.GetFileAsync(id, CancellationToken.None);
        var fetched = await Client.DownloadFileAsync($"photos/{id}", destination, CancellationToken.None);

        // Assert
        Assert.Equal(400, Assert.IsType<SendOutcome.Permanent>(asked.Problem).Code);
        Assert.Equal(413, Assert.IsType<SendOutcome.Permanent>(fetched.Problem).Code);
        Assert.Equal(0, destination.Length);
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, 413)]
    public async Task A_file_that_hides_its_length_is_taken_up_to_20_MB_and_no_byte_further(int more, int? refused)
    {
        // Arrange
        _telegram.Server.Files.HidesLength = true;
        var id = _telegram.Server.Files.Add(new byte[TelegramClient.LongestFile + more]);
        using var destination = new MemoryStream();

        // Act
        var fetched = await Client.DownloadFileAsync($"photos/{id}", destination, CancellationToken.None);

        // Assert
        Assert.Equal(refused, (fetched.Problem as SendOutcome.Permanent)?.Code);
        Assert.InRange(destination.Length, 0, TelegramClient.LongestFile);
    }

    [Fact]
    public async Task A_file_that_drips_is_given_up_after_30_seconds()
    {
        // Arrange
        _telegram.Server.Files.Drip = true;
        var id = _telegram.Server.Files.Add([1, 2, 3]);
        using var destination = new WatchedStream();

        // Act
        var fetching = Client.DownloadFileAsync($"photos/{id}", destination, CancellationToken.None);
        await destination.FirstByte;
        _telegram.Clock.Advance(TimeSpan.FromSeconds(30));

        // Assert
        Assert.Equal(new SendOutcome.Unknown("no answer in time"), (await fetching).Problem);
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("photos//file_1.jpg")]
    [InlineData("photos/./file_1.jpg")]
    public async Task A_file_path_that_leads_elsewhere_is_not_followed(string path)
    {
        // Arrange
        using var destination = new MemoryStream();

        // Act
        var fetched = await Client.DownloadFileAsync(path, destination, CancellationToken.None);

        // Assert
        Assert.IsType<SendOutcome.Permanent>(fetched.Problem);
    }

    [Fact]
    public async Task A_second_poller_ends_the_first_with_a_conflict()
    {
        // Arrange
        var first = Client.GetUpdatesAsync(null, 50, CancellationToken.None);
        await _telegram.Server.Updates.IsWaitedForAsync();

        // Act
        var second = Client.GetUpdatesAsync(null, 50, CancellationToken.None);
        var ended = await first;
        await Phone.SaysAsync("Halo");

        // Assert
        Assert.Equal(409, Assert.IsType<SendOutcome.Permanent>(ended.Problem).Code);
        Assert.Single((await second).Result!);
    }

    [Fact]
    public async Task Updates_stay_until_a_later_offset_confirms_them()
    {
        // Arrange
        var said = await Phone.SaysAsync("Halo");

        // Act
        var first = await Client.GetUpdatesAsync(null, 0, CancellationToken.None);
        var again = await Client.GetUpdatesAsync(null, 0, CancellationToken.None);
        var confirmed = await Client.GetUpdatesAsync(said.UpdateId + 1, 0, CancellationToken.None);

        // Assert
        Assert.Equal(said.UpdateId, first.Result![0].GetProperty("update_id").GetInt64());
        Assert.Single(again.Result!);
        Assert.Empty(confirmed.Result!);
    }

    [Fact]
    public async Task It_asks_by_name_for_the_kinds_of_updates_that_it_can_answer()
    {
        // Act
        await Client.GetUpdatesAsync(null, 0, CancellationToken.None);

        // Assert
        Assert.Equal(
            """["message","edited_message","callback_query","my_chat_member","guest_message"]""",
            _telegram.Server.LastCall["getUpdates"]["allowed_updates"]!.ToJsonString());
    }

    [Fact]
    public async Task The_bot_learns_its_own_name()
    {
        // Act
        var me = await Client.GetMeAsync(CancellationToken.None);

        // Assert
        Assert.Equal("slrt_uji_bot", me.Result!.Username);
        Assert.Equal(_telegram.Options.BotId, me.Result.Id);
    }

    private sealed class WatchedStream : MemoryStream
    {
        private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task FirstByte => _first.Task;

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            _first.TrySetResult();
            return base.WriteAsync(buffer, cancellationToken);
        }
    }
}
