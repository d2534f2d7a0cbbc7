using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Talks;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs.Pins;

/// <summary>One phone in many hands: nothing personal without the chat's PIN.</summary>
public sealed class PinTests
{
    private const string Pin = "4817";

    private const string SetPin =
        $"""
        > pin
        < Pilih 4 sampai 6 angka
        < Jangan pakai PIN ATM
        > {Pin}
        < sekali lagi
        > {Pin}
        < 🔒 Obrolan ini sekarang dikunci.
        """;

    private static readonly StaffScope Manager = TestData.Staff(Role.Manager);

    [Theory, OnSqlite, OnPostgres]
    public async Task Nothing_personal_is_shown_before_the_PIN_and_all_of_it_after(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        var reference = await chat.LodgeAsync();
        await chat.PlayAsync(SetPin);
        MinutesPass(chat, 11);

        // Act, Assert
        foreach (var asked in new[] { "cek", "riwayat", "data saya", "hapus data", reference, $"cek {reference}", "kata kunci", "buka lagi", "sudah lewat", "tambah", "cabut laporan", "cabut", "batalkan pencabutan" })
        {
            await chat.PlayAsync($"> {asked}\n< dikunci dengan PIN\n<! {reference}\n<! Diterima");
        }

        await chat.PlayAsync($"> cek\n> {Pin}\n< Laporan {reference}: Diterima.\n> riwayat\n< laporan kami terima");
        MinutesPass(chat, 11);
        await chat.PlayAsync($"> riwayat\n< dikunci\n> 48 17\n< laporan kami terima");
        MinutesPass(chat, 11);
        await chat.PlayAsync($"> {Pin}\n< Laporan {reference}: Diterima.");
    }

    [Theory, OnSqlite]
    public async Task What_waits_for_a_choice_waits_for_the_PIN_as_well(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        var reference = await chat.LodgeAsync();
        await chat.PlayAsync($"{SetPin}\n> menu\n> (photo)\n< tambahan untuk laporan {reference}");
        MinutesPass(chat, 11);

        // Act, Assert
        await chat.PlayAsync(
            $"""
            > (sticker)
            <! {reference}
            > [Tambahan]
            < dikunci dengan PIN
            <! {reference}
            > {Pin}
            < Sudah saya tambahkan ke laporan {reference}.
            """);
        MinutesPass(chat, 11);
        await chat.PlayAsync($"> (photo)\n<! {reference}\n< Langkah 1 dari 6");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_PIN_is_kept_as_a_hash_taken_out_of_the_chat_and_readable_nowhere(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);

        // Act
        await chat.PlayAsync(SetPin);
        MinutesPass(chat, 11);
        await chat.PlayAsync($"> cek\n> 9999\n< PIN itu belum cocok. Masih bisa dicoba 4 kali hari ini.\n> 123\n< 4 sampai 6 angka\n> {Pin}\n< Diterima.");

        // Assert
        var cipher = chat.Database.Services.GetRequiredService<FieldCipher>();
        var conversation = await chat.Database.ReadAsync(db => db.Conversations.SingleAsync());
        var kept = cipher.OpenBytes(conversation.Pin!, new("conversation"), conversation.Id, "pin");
        Assert.Equal(600_000, System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(kept.AsSpan(1)));
        Assert.True(PinHash.Matches(kept, Pin));
        var messages = await chat.Database.ReadAsync(db => db.InboundMessages.ToListAsync());
        var texts = messages.Where(m => m.Text is not null).Select(m => cipher.Open(m.Text!, new("inbound_message"), m.Id, "text")).ToList();
        Assert.Equal(5, texts.Count(t => t == "••••"));
        Assert.DoesNotContain(texts, t => t.Contains(Pin, StringComparison.Ordinal) || t.Contains("9999", StringComparison.Ordinal));
        Assert.All(messages.Where(m => m.Payload is not null), m => Assert.DoesNotContain(
            Pin, System.Text.Encoding.UTF8.GetString(cipher.OpenBytes(m.Payload!, new("inbound_message"), m.Id, "payload")), StringComparison.Ordinal));
        Assert.Equal(5, await chat.Database.ReadAsync(db => db.OutboundMessages.CountAsync(m => m.Kind == OutboundKind.Removal)));
        Assert.Equal(
            ["conversation.pin_set", "conversation.pin_wrong", "conversation.pin_entered"],
            await chat.Database.ReadAsync(db => db.AuditActs.Where(a => a.Verb.StartsWith("conversation.pin")).OrderBy(a => a.Id).Select(a => a.Verb).ToListAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Five_wrong_ones_lock_the_chat_until_tomorrow_and_show_the_way_out(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        await chat.PlayAsync(SetPin);
        MinutesPass(chat, 11);

        // Act
        await chat.PlayAsync("> cek\n> 0001\n> 0002\n> 0003\n> 0004\n< Masih bisa dicoba 1 kali hari ini.\n> 0005\n< terkunci sampai besok\n< Telepon: 022-5891234");

        // Assert
        await chat.PlayAsync($"> cek\n> {Pin}\n< terkunci sampai besok\n<! Diterima");
        await chat.PlayAsync("> ada orang mau bunuh diri di rumah sebelah\n< Polisi: 110\n> [Bukan darurat]");
        chat.DaysPass(1);
        await chat.PlayAsync($"> cek\n> {Pin}\n< Diterima.");
        Assert.Equal(1, await chat.Database.ReadAsync(db => db.AuditActs.CountAsync(a => a.Verb == "conversation.pin_locked")));
    }

    [Theory, OnSqlite]
    public async Task A_new_complaint_needs_no_PIN_and_joins_none_of_before(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        var reference = await chat.LodgeAsync();
        await chat.PlayAsync(SetPin);
        MinutesPass(chat, 11);

        // Act
        await chat.PlayAsync(
            $"""
            > atap rumah kami bocor dan kayunya lapuk
            < Langkah 2 dari 6
            <! {reference}
            > cek
            < dikunci dengan PIN
            > rumah
            > cek
            > {Pin}
            < Laporan {reference}
            < Langkah 4 dari 6
            > ya
            > lewati
            > rahasiakan
            > kirim
            < ✅ Laporan terkirim.
            """);

        // Assert
        Assert.Equal(2, await chat.Database.ReadAsync(db => db.Complaints.CountAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task News_shows_only_that_it_is_there_until_the_PIN_is_entered(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        var reference = await chat.LodgeAsync();
        await chat.PlayAsync(SetPin);
        MinutesPass(chat, 11);

        // Act
        await chat.MovesAsync("review", "ask_resident");
        var pushed = await chat.NoticesAsync();
        await chat.PlayAsync("> sejak Mei\n< Petugas menunggu jawaban di obrolan ini, tetapi obrolannya dikunci");
        await chat.PlayAsync($"> {Pin}\n< Petugas bertanya: Kata petugas.\n< Sekarang menunggu jawaban Anda.");
        await chat.PlayAsync("> sejak Mei\n< Jawaban Anda");

        // Assert
        Assert.All(pushed, n => Assert.Equal($"Ada kabar tentang laporan {reference}. Tulis «cek» untuk membacanya.", n.Content.Text));
        Assert.All(pushed, n => Assert.Empty(n.Content.Choices));
        MinutesPass(chat, 11);
        await chat.PlayAsync($"> cek\n> {Pin}\n<! Petugas bertanya");
        var sheet = await chat.Database.ReadAsync(db => db.OutboundMessages.Where(m => m.Withheld != null).ToListAsync());
        var cipher = chat.Database.Services.GetRequiredService<FieldCipher>();
        Assert.Contains(sheet, m => cipher.OpenWhole(m).Text.Contains("Kata petugas.", StringComparison.Ordinal));
    }

    [Theory, OnSqlite]
    public async Task It_is_changed_and_removed_with_the_old_one_only(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        await chat.PlayAsync(SetPin);

        // Act, Assert: even while the chat is open.
        await chat.PlayAsync($"> hapus pin\n< dikunci dengan PIN\n> 5555\n< belum cocok\n> {Pin}\n< Kunci obrolan sudah dilepas.");
        await chat.PlayAsync("> cek\n< Diterima.\n> hapus pin\n< tidak dikunci");
        await chat.PlayAsync(SetPin);
        await chat.PlayAsync($"> pin\n> {Pin}\n< Mau diapakan kuncinya?\n> ganti\n< Pilih 4 sampai 6 angka\n> 730 911\n< sekali lagi\n> 730912\n< tidak sama\n> 730911\n> 730911\n< sekarang dikunci");
        MinutesPass(chat, 11);
        await chat.PlayAsync($"> cek\n> {Pin}\n< belum cocok\n> 730911\n< Diterima.");
    }

    [Theory, OnSqlite]
    public async Task What_everybody_would_try_first_is_no_PIN(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act, Assert
        await chat.PlayAsync("> kunci\n> 1234\n< terlalu mudah ditebak\n> 0000\n< terlalu mudah ditebak\n> 12\n< 4 sampai 6 angka\n> lewati\n< tidak ada yang diubah");
        Assert.Null((await chat.Database.ReadAsync(db => db.Conversations.SingleAsync())).Pin);
        await chat.PlayAsync("> lapor\n> pin\n< Obrolan bisa dikunci setelah laporan ini selesai diisi.");
    }

    [Theory, OnSqlite]
    public async Task Staff_take_a_forgotten_PIN_away_after_making_sure_who_asks(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        await chat.PlayAsync(SetPin);
        MinutesPass(chat, 11);
        await chat.PlayAsync("> cek\n> [Lupa PIN]\n< Petugas bisa menghapus PIN obrolan ini\n< Telepon");
        var id = (await chat.Database.ReadAsync(db => db.Conversations.SingleAsync())).Id;

        // Act
        var elsewhere = await ResetAsync(chat, id, IdentityCheck.Card, TestData.Staff(Role.Coordinator, "32.04.05.2001"));
        var unchecked_ = await ResetAsync(chat, id, null, Manager);
        var done = await ResetAsync(chat, id, IdentityCheck.Card, Manager);

        // Assert
        Assert.Equal(("not_found", "not_a_choice", true), (elsewhere.Refusals[0].Code, unchecked_.Refusals[0].Code, done.Succeeded));
        Assert.StartsWith("PIN obrolan ini sudah dihapus petugas.", (await chat.NoticesAsync())[^1].Content.Text, StringComparison.Ordinal);
        await chat.PlayAsync("> cek\n< Diterima.");
        Assert.Equal(1, await chat.Database.ReadAsync(db => db.AuditActs.CountAsync(a => a.Verb == "conversation.pin_reset" && a.SubjectId == id)));
    }

    [Theory, OnSqlite]
    public async Task The_minutes_are_a_setting(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider, ("Pin:OpenMinutes", "1"));
        await chat.PlayAsync(Paths.ToReceipt);
        await chat.PlayAsync(SetPin);

        // Act
        MinutesPass(chat, 2);

        // Assert
        await chat.PlayAsync("> cek\n< dikunci dengan PIN");
    }

    [Theory, OnSqlite]
    public async Task In_English_it_is_English(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);

        // Act, Assert
        await chat.PlayAsync($"> bahasa inggris\n> lock\n< Choose 4 to 6 digits\n> {Pin}\n> {Pin}\n< This chat is locked now.");
        MinutesPass(chat, 11);
        await chat.PlayAsync($"> check\n< locked with its own PIN\n> 1111\n< tried 4 more times\n> {Pin}\n< Received");
    }

    private static void MinutesPass(ConversationScript chat, int minutes) => chat.Database.Clock.Advance(TimeSpan.FromMinutes(minutes));

    private static Task<Outcome<Done>> ResetAsync(ConversationScript chat, Guid id, IdentityCheck? check, StaffScope staff) =>
        chat.Database.Units.RunAsync<ResetPin, Done>(
            (act, ct) => act.DoAsync(id, check, staff, Provenance.Staff(staff.StaffId, chat.Database.Clock.UtcNow), ct), default);
}
