using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs.Complaints;

/// <summary>How urgent a story seems is shown with the words that made it so, and the resident may say otherwise.</summary>
public sealed class UrgencyTests
{
    private const string Roof =
        """
        > dinding rumah saya sudah miring, takut roboh
        < Apakah Anda setuju?
        > setuju
        > saya sendiri
        > betul
        > Sadu
        > lewati
        > rahasiakan
        < Periksa dulu
        """;

    [Theory, OnSqlite, OnPostgres]
    public async Task What_seems_urgent_is_shown_with_the_words_that_made_it_so_and_sent_by_the_same_tap(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act
        await chat.PlayAsync($"{Roof}\n< ❗ Ditandai mendesak karena kata Anda: «takut roboh», «dinding».\n< [Tidak mendesak]\n<! [Ini mendesak]\n> kirim\n< Laporan terkirim.");

        // Assert
        var complaint = await chat.FirstComplaintAsync();
        Assert.Equal((Urgency.Urgent, Urgency.Urgent, null), (complaint.Urgency, complaint.ProposedUrgency, complaint.SaidUrgency));
        Assert.Equal("takut roboh\ndinding", WordsOf(chat, complaint));
        Assert.Contains("\"urgency\":\"urgent\",\"urgency_proposed\":\"urgent\"", await LodgedAsync(chat, complaint), StringComparison.Ordinal);
        Assert.DoesNotContain("roboh", await LodgedAsync(chat, complaint), StringComparison.Ordinal);
    }

    [Theory]
    [OnSqlite("bpjs saya dinonaktifkan padahal besok harus cuci darah", "tetap datang. Bawa KTP, KK, dan kartu BPJS lama")]
    [OnSqlite("dinding rumah saya sudah miring, takut roboh", "jangan tidur di dalam dulu")]
    public async Task What_is_urgent_is_promised_for_the_next_day_and_told_what_to_do_until_then(DatabaseProvider provider, string story, string until)
    {
        // Arrange: Monday morning.
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act
        await chat.PlayAsync(
            $"> {story}\n< Apakah Anda setuju?\n> setuju\n> saya sendiri\n> betul\n> Sadu\n> lewati\n> rahasiakan\n> kirim\n< kami dahulukan\n< Selasa, 24 November 2026\n< {until}\n<! Tidak ada lagi yang perlu");

        // Assert
        Assert.Equal(new DateOnly(2026, 11, 24), (await chat.FirstComplaintAsync()).PromiseOn);
    }

    [Theory, OnSqlite]
    public async Task In_English_it_is_told_alike(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act, Assert
        await chat.PlayAsync(
            "> bahasa\n> English\n> dinding rumah saya sudah miring, takut roboh\n< Do you agree?\n> agree\n> myself\n> right\n> Sadu\n> skip\n> anonymous\n> send\n"
            + "< This comes first\n< do not sleep in it for now\n<! nothing more for you to do");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_says_that_it_is_not_urgent_is_believed_and_staff_see_what_was_proposed(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act
        await chat.PlayAsync($"{Roof}\n> [Tidak mendesak]\n< Periksa dulu\n< Ditandai tidak mendesak, seperti kata Anda.\n<! karena kata\n< [Ini mendesak]\n> kirim\n< Laporan terkirim.");

        // Assert
        var complaint = await chat.FirstComplaintAsync();
        Assert.Equal((Urgency.Normal, Urgency.Urgent, Urgency.Normal), (complaint.Urgency, complaint.ProposedUrgency, complaint.SaidUrgency));
        Assert.NotNull(WordsOf(chat, complaint));
        Assert.Contains("\"urgency_said\":\"normal\"", await LodgedAsync(chat, complaint), StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_seems_ordinary_says_nothing_and_may_be_called_urgent(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act
        await chat.PlayAsync(
            $"""
            {Paths.ToReview}
            <! Ditandai
            < [Ini mendesak]
            > ini mendesak
            < ❗ Ditandai mendesak, seperti kata Anda.
            < [Tidak mendesak]
            > mendesak
            < ❗ Ditandai mendesak, seperti kata Anda.
            > tidak mendesak
            < Ditandai tidak mendesak
            > [Ini mendesak]
            > kirim
            < Laporan terkirim.
            """);

        // Assert
        var complaint = await chat.FirstComplaintAsync();
        Assert.Equal((Urgency.Urgent, Urgency.Normal, Urgency.Urgent), (complaint.Urgency, complaint.ProposedUrgency, complaint.SaidUrgency));
        Assert.Null(WordsOf(chat, complaint));
    }

    [Theory, OnSqlite]
    public async Task A_bare_no_or_yes_changes_nothing_of_it(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act, Assert
        await chat.PlayAsync($"{Roof}\n> tidak\n<! Ditandai tidak mendesak\n> bukan\n<! Ditandai tidak mendesak\n> ya\n< Laporan terkirim.");
        Assert.Null((await chat.FirstComplaintAsync()).SaidUrgency);
    }

    [Theory, OnSqlite]
    public async Task An_emergency_is_shown_as_one_and_stays_above_what_residents_call_urgent(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act
        await chat.PlayAsync(
            """
            > tolong banjir sudah masuk rumah kami setinggi dada
            > sudah aman
            > setuju
            > betul
            > Sadu
            > lewati
            > Siti 081234567890
            < 🚨 Ditandai darurat karena kata Anda: «banjir», «dada».
            > mendesak
            < 🚨 Ditandai darurat
            > kirim
            < Laporan terkirim.
            """);

        // Assert
        var complaint = await chat.FirstComplaintAsync();
        Assert.Equal((Urgency.Emergency, Urgency.Emergency, Urgency.Urgent), (complaint.Urgency, complaint.ProposedUrgency, complaint.SaidUrgency));
    }

    [Theory, OnSqlite]
    public async Task An_emergency_that_is_called_nothing_of_the_kind_is_still_read_before_others_and_that_is_said(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act
        await chat.PlayAsync(
            $"""
            {Paths.ToName}
            > suami saya mukul lagi saya takut pulang
            > sudah aman
            < Langkah 6
            > rahasiakan
            < 🚨 Ditandai darurat karena kata Anda: «mukul»
            > [Tidak mendesak]
            < Menurut Anda ini tidak mendesak. Petugas tetap membacanya lebih dulu.
            < [Ini mendesak]
            > kirim
            < Laporan terkirim.
            """);

        // Assert
        var complaint = await chat.FirstComplaintAsync();
        Assert.Equal((Urgency.Urgent, Urgency.Emergency, Urgency.Normal), (complaint.Urgency, complaint.ProposedUrgency, complaint.SaidUrgency));
    }

    [Theory, OnSqlite]
    public async Task A_story_that_is_told_anew_is_judged_anew(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act, Assert
        await chat.PlayAsync(
            $"""
            {Roof}
            > tidak mendesak
            < Ditandai tidak mendesak
            > ubah 3
            > ijazah anak saya ditahan sekolah sejak lulus
            < Periksa dulu
            <! Ditandai
            > ubah 3
            > dinding rumah saya sudah miring, takut roboh
            < Ditandai mendesak karena kata Anda
            """);
    }

    [Theory, OnSqlite]
    public async Task Suggestions_and_questions_press_nobody_unless_they_are_said_to(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act, Assert
        await chat.PlayAsync($"{Paths.ToStory}\n> apakah lansia sakit yang tinggal sendiri bisa dibawa ke panti\n> selesai\n< pertanyaan, saran, atau keluhan\n> pertanyaan\n> Sadu\n> lewati\n> rahasiakan\n< , Pertanyaan\n<! Ditandai\n> ini mendesak\n< Ditandai mendesak, seperti kata Anda.");
    }

    [Theory]
    [InlineData("su", "❗ Ditawisan kedah gancang margi saur Bapa/Ibu: «takut roboh»", "[Teu kedah gancang]")]
    [InlineData("jv", "❗ Dipuntandhani kedah enggal amargi ngendikan Panjenengan: «takut roboh»", "[Boten kedah enggal]")]
    [InlineData("en", "❗ Marked as urgent because of your words: «takut roboh»", "[Not urgent]")]
    public async Task It_is_said_in_the_language_of_the_chat(string language, string line, string button)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(DatabaseProvider.Sqlite, ("Languages:Answers", "su,jv"));
        await chat.PlayAsync(Roof);

        // Act, Assert
        await chat.PlayAsync($"> bahasa {language switch { "su" => "sunda", "jv" => "jawa", _ => "inggris" }}\n< {line}\n< {button}");
    }

    [Theory, OnSqlite]
    public async Task The_longest_summary_fits_with_it(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        var name = "Raden Ayu Siti Nurhaliza Kusumawardhani Purbaningrum Suryani";

        // Act, Assert: the script fails where a message has more than 500 characters.
        await chat.PlayAsync(
            $"""
            {Paths.ToSubject}
            > tetangga
            > {name}
            > kesehatan
            > sakit
            > suami tetangga saya sakit keras dan dirawat, perlu operasi jantung dan cuci darah, tidak punya jaminan dan biaya sama sekali untuk berobat
            > selesai
            > rancaekek kencana
            > (photo)
            > selesai
            > {name}, 081234567890
            > 3273375203749999
            > ya
            < Ditandai
            """);
    }

    private static string? WordsOf(ConversationScript chat, Complaint complaint) => chat.Database.Services.GetRequiredService<FieldCipher>()
        .OpenOptional(complaint.UrgencyWords, new("complaint"), complaint.Id, "urgency_words");

    private static Task<string> LodgedAsync(ConversationScript chat, Complaint complaint) => chat.Database.ReadAsync(db =>
        Task.FromResult(db.AuditActs.Single(a => a.SubjectId == complaint.Id && a.Verb == "complaint.lodged").Data!));
}
