using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Bot.Engine;
using SlrtBot.Bot.Turns;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.DataRequests;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Talks;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs;

/// <summary>Of everything that hears a resident it is decided whether it waits for the chat's PIN.</summary>
public sealed class GuardTests
{
    private const string Pin = "4817";
    private static readonly StaffScope Officer = TestData.Staff(Role.Manager);

    [Fact]
    public void Every_word_listener_and_dialog_is_guarded_or_says_why_not()
    {
        // Act
        var undecided = Undecided(GlobalWordCatalogue.Types.Concat(ListeningOrder.Types).Concat(DialogTypes.Known));

        // Assert
        Assert.Empty(undecided);
    }

    [Fact]
    public void A_new_one_that_says_nothing_both_or_no_reason_is_found()
    {
        // Act
        var undecided = Undecided([typeof(Nothing), typeof(Both), typeof(NoReason), typeof(Waits), typeof(Open)]);

        // Assert
        Assert.Equal(["Nothing", "Both", "NoReason"], undecided);
    }

    [Theory, OnSqlite]
    public async Task Every_key_of_a_guarded_word_asks_a_locked_chat_for_its_PIN(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await LockedAsync(provider);
        var reference = await chat.FirstReferenceAsync();
        var keys = GlobalWordCatalogue.Types.Where(t => t.IsDefined(typeof(GuardedAttribute), false))
            .SelectMany(t => t.GetCustomAttribute<HearsAttribute>()!.Keys).ToList();

        // Act, Assert
        Assert.Contains("kept", keys);
        foreach (var key in keys)
        {
            await chat.PressTokenAsync($"!{(key.EndsWith('.') ? $"{key}{reference}" : key)}");
            Assert.True(
                chat.Heard is [{ Text: var text }] && text.Contains("dikunci dengan PIN", StringComparison.Ordinal),
                $"{key}: {string.Join(" | ", chat.Heard.Select(m => m.Text))}");
            Assert.DoesNotContain(reference, chat.Heard[0].Text, StringComparison.Ordinal);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Correcting_stopping_resuming_and_taking_back_the_consent_wait_for_it(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await LockedAsync(provider);

        // Act
        await chat.PlayAsync("> perbaiki nama saya\n< dikunci\n> berhenti\n< dikunci\n> kabari lagi\n< dikunci\n> cabut izin\n< dikunci dengan PIN");
        var before = (await chat.Database.ReadAsync(db => db.Conversations.SingleAsync()), await chat.Database.ReadAsync(db => db.DataRequests.CountAsync()));
        await chat.PlayAsync($"> {Pin}\n< Izin Anda sudah dicabut\n> berhenti\n< saya tidak mengirim kabar lagi\n> perbaiki nama saya\n< Permintaan perbaikan data sudah dicatat.");

        // Assert
        Assert.Equal((null, 0), (before.Item1.NoticesStoppedAt, before.Item2));
        Assert.NotNull(before.Item1.ConsentAt);
        var after = await chat.Database.ReadAsync(db => db.Conversations.SingleAsync());
        Assert.Null(after.ConsentAt);
        Assert.NotNull(after.NoticesStoppedAt);
        Assert.Equal(
            [DataRequestKind.Withdraw, DataRequestKind.Stop, DataRequestKind.Correct],
            await chat.Database.ReadAsync(db => db.DataRequests.OrderBy(r => r.Id).Select(r => r.Kind).ToListAsync()));
        Assert.Equal(
            ["conversation.pin_entered", "rights.requested", "notices.stopped", "rights.done", "rights.requested"],
            await chat.Database.ReadAsync(db => db.AuditActs
                .Where(a => a.Verb == "conversation.pin_entered" || a.Verb.StartsWith("rights.") || a.Verb.StartsWith("notices."))
                .OrderBy(a => a.Id).Select(a => a.Verb).ToListAsync()));
    }

    [Theory, OnSqlite]
    public async Task In_the_middle_of_a_form_stop_and_withdraw_mean_the_form_and_need_no_PIN(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await LockedAsync(provider);

        // Act, Assert
        await chat.PlayAsync("> lapor\n< Langkah 1 dari 6\n> berhenti\n< dibatalkan\n> lapor\n> cabut laporan\n< dibatalkan");
        await chat.PlayAsync($"> lapor\n> tambah {await chat.FirstReferenceAsync()}\n< dikunci dengan PIN");
        Assert.Null((await chat.Database.ReadAsync(db => db.Conversations.SingleAsync())).NoticesStoppedAt);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_question_about_a_complaint_of_before_is_over_once_the_chat_has_locked(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await LockedAsync(provider);
        await chat.IsAnsweredAsync();
        var reference = await chat.FirstReferenceAsync();
        await chat.PlayAsync($"> cek\n> {Pin}\n> [Belum]\n< Apa yang belum Anda terima?");
        Locks(chat);

        // Act
        await chat.PlayAsync($"> berasnya\n<! {reference}\n<! tambahkan\n> kembali\n<! {reference}\n> bantuan\n<! {reference}\n<! belum Anda terima");

        // Assert
        Assert.Equal(0, await chat.Database.ReadAsync(db => db.AuditActs.CountAsync(a => a.Verb == "resident.wrote")));
    }

    [Theory, OnSqlite]
    public async Task A_new_PIN_that_was_half_chosen_is_not_chosen_by_the_next_hand(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await LockedAsync(provider);
        await chat.PlayAsync($"> ganti pin\n> {Pin}\n< Pilih 4 sampai 6 angka");
        Locks(chat);

        // Act
        await chat.PlayAsync("> 730912\n< belum cocok\n> 730912\n< belum cocok");

        // Assert
        await chat.PlayAsync($"> cek\n> {Pin}\n< Diterima.");
    }

    [Theory, OnSqlite]
    public async Task A_key_word_that_was_half_chosen_is_not_chosen_by_the_next_hand(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await LockedAsync(provider);
        await chat.PlayAsync($"> kata kunci\n> {Pin}");
        Locks(chat);

        // Act
        await chat.PlayAsync("> mangga\n<! mangga");

        // Assert
        Assert.Null((await chat.Database.ReadAsync(db => db.Conversations.SingleAsync())).KeyWord);
    }

    [Theory, OnSqlite]
    public async Task A_name_that_was_offered_is_offered_no_more_once_the_chat_has_locked(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await LockedAsync(provider);
        await chat.PlayAsync(
            $"""
            > cek
            > {Pin}
            > atap rumah kami bocor dan kayunya lapuk
            < Langkah 2 dari 6
            > rumah
            > ya
            > lewati
            < Siti Aminah
            """);

        // Act
        Locks(chat);

        // Assert
        await chat.PlayAsync("> ya\n< Langkah 6 dari 6\n<! Siti Aminah\n> Euis\n< nomor HP\n<! 7890");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_asked_with_the_number_is_answered_at_once_without_the_PIN_and_later_no_more(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await LockedAsync(provider);
        const string forNeighbour =
            """
            > lapor
            > tetangga saya
            > Euis
            > rumah
            > atap rumahnya bocor dan kayunya lapuk
            < Selesai bercerita
            > selesai
            > ya
            > lewati
            > Budi
            > lewati
            > lewati
            > kirim
            < [Ya, beliau setuju]
            """;

        // Act
        await chat.PlayAsync($"{forNeighbour}\n> [Belum ditanya]\n<! Sampaikan keluhan\n> cek\n< dikunci dengan PIN");
        await chat.PlayAsync(forNeighbour);
        Locks(chat);
        await chat.PlayAsync("> kembali\n<! SLRT-");
        await chat.PlayAsync("> [Ya, beliau setuju]\n<! SLRT-\n> lewati\n<! SLRT-");

        // Assert
        Assert.Equal(
            [RepresentativeConsent.Pending, RepresentativeConsent.Pending],
            await chat.Database.ReadAsync(db => db.Representatives.Select(r => r.Consent).ToListAsync()));
        Assert.Equal(1, await chat.Database.ReadAsync(db => db.AuditActs.CountAsync(a => a.Verb == "consent.answered")));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task News_that_waits_for_the_morning_says_no_more_than_others_once_there_is_a_PIN(DatabaseProvider provider)
    {
        // Arrange: 21:00 in Bandung.
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        chat.Database.Clock.SetUtc(new DateTime(2026, 11, 23, 14, 0, 0, DateTimeKind.Utc));
        await chat.MovesAsync("review", "ask_resident");
        Assert.Contains(await chat.NoticesAsync(), n => n.Content.Text.Contains("Kata petugas.", StringComparison.Ordinal));

        // Act
        await chat.PlayAsync($"> pin\n> {Pin}\n> {Pin}\n< sekarang dikunci");
        Locks(chat);

        // Assert
        var reference = await chat.FirstReferenceAsync();
        Assert.All(await chat.NoticesAsync(), n => Assert.Equal($"Ada kabar tentang laporan {reference}. Tulis «cek» untuk membacanya.", n.Content.Text));
        await chat.PlayAsync($"> cek\n> {Pin}\n< Petugas bertanya: Kata petugas.");
    }

    [Theory, OnSqlite]
    public async Task While_an_officer_talks_only_the_officers_words_are_shown(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await LockedAsync(provider);
        await chat.PlayAsync("> petugas");
        var conversation = (await chat.Database.ReadAsync(db => db.Conversations.SingleAsync())).Id;
        var by = Provenance.Staff(Officer.StaffId, chat.Database.Clock.UtcNow);
        await chat.Database.Units.RunAsync<TakeOver, Talk>((act, ct) => act.DoAsync(conversation, Officer, by, ct), default);

        // Act
        await chat.MovesAsync("review", "ask_resident");
        await chat.Database.Units.RunAsync<ReplyAsOfficer, Done>(
            (act, ct) => act.DoAsync(conversation, SequentialId.Next(by.At), "Ada yang bisa dibantu, Bu?", Officer, by, ct), default);

        // Assert
        Assert.All(await chat.NoticesAsync(), n => Assert.StartsWith("Ada kabar tentang laporan", n.Content.Text, StringComparison.Ordinal));
        var cipher = chat.Database.Services.GetRequiredService<FieldCipher>();
        var said = await chat.Database.ReadAsync(db => db.OutboundMessages.SingleAsync(m => m.Kind == OutboundKind.Staff));
        Assert.Equal("Ada yang bisa dibantu, Bu?", cipher.OpenBody(said.Body, said.Id).Text);
    }

    private static IEnumerable<string> Undecided(IEnumerable<Type> types) => types
        .Where(t => t.IsDefined(typeof(GuardedAttribute), false) == t.GetCustomAttribute<UnguardedAttribute>() is { Because.Length: > 10 })
        .Select(t => t.Name);

    /// <summary>A complaint was sent, and the PIN has to be entered again.</summary>
    private static async Task<ConversationScript> LockedAsync(DatabaseProvider provider)
    {
        var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        await chat.PlayAsync($"> pin\n> {Pin}\n> {Pin}\n< sekarang dikunci");
        Locks(chat);
        return chat;
    }

    private static void Locks(ConversationScript chat) => chat.Database.Clock.Advance(TimeSpan.FromMinutes(11));

    private sealed class Nothing;

    [Guarded, Unguarded("both cannot be true of one")]
    private sealed class Both;

    [Unguarded("")]
    private sealed class NoReason;

    [Guarded]
    private sealed class Waits;

    [Unguarded("it shows nothing that is anybody's own")]
    private sealed class Open;
}
