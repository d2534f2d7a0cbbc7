using Microsoft.EntityFrameworkCore;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Talks;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs.Emergencies;

/// <summary>Words of an emergency stop whatever is under way, until it is said to be safe.</summary>
public sealed class EmergencyTests
{
    private const string Heard =
        """
        > suami saya mukul lagi saya takut pulang
        < Polisi: 110
        < jangan menunggu di sini.
        < [Tidak aman] [Bukan darurat]
        """;

    [Theory, OnSqlite, OnPostgres]
    public async Task Told_before_anything_was_asked_they_become_a_complaint_once_it_is_safe(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act
        await chat.PlayAsync(
            $"""
            {Heard}
            <! Apakah Anda setuju?
            > sudah aman
            < Baik, kita lanjutkan.
            < Cerita Anda sudah saya catat.
            < Apakah Anda setuju?
            > setuju
            > saya
            < Sepertinya ini tentang: Kekerasan / ancaman. Betul?
            > betul
            > Sadu
            > lewati
            > rahasiakan
            > kirim
            < Laporan terkirim.
            """);

        // Assert
        var complaint = await chat.FirstComplaintAsync();
        Assert.Equal((Urgency.Emergency, true), (complaint.Urgency, complaint.IsSensitive));
        Assert.Equal((TalkPriority.Emergency, Danger.Safe, true), await TalkAsync(chat));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task In_the_middle_of_the_form_the_very_question_returns_and_nothing_is_lost(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToName);

        // Act
        await chat.PlayAsync(Heard);
        await chat.PlayAsync("<! Langkah 6");
        await chat.RestartAsync();
        await chat.PlayAsync(
            """
            > sudah aman
            < Cerita Anda sudah saya catat.
            < Langkah 6 dari 6
            > Siti, 081234567890
            < Periksa dulu
            < ijazah anak saya ditahan
            > kirim
            < Laporan terkirim.
            """);

        // Assert
        Assert.Equal(Urgency.Emergency, (await chat.FirstComplaintAsync()).Urgency);
        Assert.Equal(["handover.alarm_raised", "handover.alarm_answered"], (await AuditedAsync(chat)).Take(2));
    }

    [Theory, OnSqlite]
    public async Task Twelve_short_messages_stop_at_the_one_that_says_it_and_are_kept_whole(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToStory);

        // Act
        await chat.PlayAsync("> pak\n> saya mau cerita\n> tentang rumah tangga\n< -\n> saya dipukul suami\n< Polisi: 110\n< [Tidak aman]");
        await chat.PlayAsync("> sudah dari kemarin\n< -\n> anak saya juga\n< -\n> dipukul suami saya lagi\n< -\n> tolong\n< -");
        await chat.WaitAsync();

        // Assert
        await chat.PlayAsync("< Telepon 129 sekarang\n< nama kampung atau desanya\n<! Polisi\n> sudah aman\n< Sudah saya catat.\n> selesai\n> Sadu\n> lewati\n> rahasiakan\n> kirim\n< terkirim");
        var story = await StoryAsync(chat);
        Assert.Equal("pak\nsaya mau cerita\ntentang rumah tangga\nsaya dipukul suami\nsudah dari kemarin\nanak saya juga\ndipukul suami saya lagi\ntolong", story);
    }

    [Theory, OnSqlite]
    public async Task What_only_the_pieces_together_say_is_heard_at_the_end_of_the_pause(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act, Assert
        await chat.PlayAsync("> bapak saya di kamar\n< -\n> mau gantung\n< -\n> diri katanya\n< -");
        await chat.PlayAsync("< Polisi: 110\n< [Bukan darurat]\n> sudah aman\n< tidak perlu mengisi apa pun\n> lapor\n< Apakah Anda setuju?");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Where_it_is_not_safe_the_bot_is_quiet_until_lanjut(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToPhotos);

        // Act
        await chat.PlayAsync(
            $"""
            {Heard}
            > [Tidak aman]
            < saya diam dulu. Yang Anda tulis di sini, juga tempat Anda, tetap sampai ke petugas. Kalau sudah aman, tulis «lanjut».
            <! Langkah
            > saya di kamar mandi
            < Diteruskan ke petugas.
            > dia di luar bawa pisau
            < -
            > (location)
            < -
            > menu
            < tulis «lanjut»
            <! Silakan pilih
            """);
        chat.DaysPass(2);
        await chat.RunAsync("drafts");
        var pushed = await chat.NoticesAsync();
        await chat.RestartAsync();
        await chat.PlayAsync("> lanjut\n< Baik, kita lanjutkan.\n< Langkah 5 dari 6");

        // Assert
        Assert.Empty(pushed);
        Assert.Equal((TalkPriority.Emergency, Danger.Safe, true), await TalkAsync(chat));
        Assert.Contains("Lokasi: -7.025,107.519", await ThreadAsync(chat));
        Assert.Contains("saya di kamar mandi", await ThreadAsync(chat));
    }

    [Theory, OnSqlite]
    public async Task In_the_quiet_the_old_button_works_too_and_seven_days_later_the_draft_goes_without_a_word(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync($"{Paths.ToPhotos}\n{Heard}\n> [Ya, di sana]\n> sendiri\n< aman untuk melanjutkan di sini?");
        var yes = chat.TokenOf("Ya, lanjut");
        await chat.PlayAsync("> tidak aman");
        await chat.PressTokenAsync(yes);
        await chat.PlayAsync("< Langkah 5 dari 6");
        chat.Database.Clock.Advance(TimeSpan.FromMinutes(11));
        await chat.PlayAsync($"{Heard}\n> belum aman\n< saya diam dulu");

        // Act
        chat.DaysPass(8);
        await chat.RunAsync("drafts");

        // Assert
        Assert.Empty(await chat.NoticesAsync());
        await chat.PlayAsync("> lanjut\n< Silakan pilih");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_false_alarm_is_noted_for_staff_and_the_words_are_taken_as_what_they_are(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act
        await chat.PlayAsync($"{Heard}\n> [Bukan darurat]\n< bukan darurat.\n< Cerita Anda sudah saya catat.\n< Apakah Anda setuju?");

        // Assert
        Assert.Equal((TalkPriority.Ordinary, Danger.FalseAlarm, true), await TalkAsync(chat));
        await chat.PlayAsync("> setuju\n> saya\n> betul\n> Sadu\n> lewati\n> rahasiakan\n> kirim\n< terkirim");
        Assert.Equal(Urgency.Normal, (await chat.FirstComplaintAsync()).Urgency);
    }

    [Theory, OnSqlite]
    public async Task Other_words_and_old_buttons_wait_for_the_answer(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToConsent);
        var agree = chat.TokenOf("Setuju, lanjut");
        await chat.PlayAsync(Heard);

        // Act, Assert
        await chat.PressTokenAsync(agree);
        await chat.PlayAsync(
            """
            < Tombol itu sudah tidak berlaku.
            < [Bukan darurat]
            > menu
            < [Bukan darurat]
            <! Silakan pilih
            > petugas
            < di layar petugas
            < [Bukan darurat]
            > (photo)
            < -
            > bukan darurat
            < Apakah Anda setuju?
            """);
    }

    [Theory, OnSqlite]
    public async Task A_flood_does_not_hide_it(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider, new PaceOptions { MessagesPerMinute = 3 });
        await chat.PlayAsync("> menu\n> menu\n> menu\n> menu\n< Pesan Anda banyak sekali\n> menu\n< -");

        // Act, Assert
        await chat.PlayAsync($"{Heard}\n> tidak aman\n< saya diam dulu.");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_officer_who_comes_takes_the_question_away(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync($"{Paths.ToSubject}\n{Heard}");
        var staff = TestData.Staff(Role.Coordinator, readsSensitive: true) with { Name = "Dian" };
        var id = (await chat.Database.ReadAsync(db => db.Talks.SingleAsync())).ConversationId;

        // Act
        await chat.Database.Units.RunAsync<TakeOver, Talk>(
            (act, cancel) => act.DoAsync(id, staff, Provenance.Staff(staff.StaffId, chat.Database.Clock.UtcNow), cancel), default);

        // Assert
        await chat.PlayAsync("> saya masih takut\n< Sekarang Anda berbicara dengan Dian\n<! Bukan darurat\n> kembali ke bot\n< Langkah 1 dari 6\n> saya sendiri\n< Langkah 2 dari 6");
    }

    [Theory, OnSqlite]
    public async Task A_question_of_another_kind_returns_as_it_was(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync("> kata kunci\n< Pilih satu kata");

        // Act, Assert
        await chat.PlayAsync($"{Heard}\n> sudah aman\n< Pilih satu kata\n> mangga\n< mangga");
    }

    private static Task<(TalkPriority Priority, Danger? Danger, bool IsSensitive)> TalkAsync(ConversationScript chat) =>
        chat.Database.ReadAsync(async db =>
        {
            var talk = await db.Talks.SingleAsync();
            return (talk.Priority, talk.Danger, talk.IsSensitive);
        });

    private static async Task<List<string>> AuditedAsync(ConversationScript chat) => await chat.Database.AuditedAsync(
        await chat.Database.ReadAsync(db => db.Conversations.Select(c => c.Id).SingleAsync()));

    private static async Task<string> StoryAsync(ConversationScript chat)
    {
        var complaint = await chat.FirstComplaintAsync();
        return Cipher(chat).Open(complaint.Story, new("complaint"), complaint.Id, "story");
    }

    private static async Task<List<string>> ThreadAsync(ConversationScript chat) =>
        [.. (await chat.Database.ReadAsync(db => db.InboundMessages.Where(m => m.Text != null).ToListAsync())).Select(m => Cipher(chat).Open(m.Text!, new("inbound_message"), m.Id, "text"))];

    private static FieldCipher Cipher(ConversationScript chat) =>
        (FieldCipher)chat.Database.Services.GetService(typeof(FieldCipher))!;
}
