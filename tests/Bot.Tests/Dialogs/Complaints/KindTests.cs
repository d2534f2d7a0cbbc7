using SlrtBot.Core.Complaints;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs.Complaints;

/// <summary>Questions, suggestions and complaints are kept apart; only who tells of no problem is asked which it is.</summary>
public sealed class KindTests
{
    private const string Suggestion = "saran saya sebaiknya jadwal pencairan pkh diumumkan di balai desa";

    [Theory, OnSqlite, OnPostgres]
    public async Task A_suggestion_is_asked_about_and_is_promised_to_be_read(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act
        await chat.PlayAsync(
            $"""
            {Paths.ToStory}
            > {Suggestion}
            < Sudah saya catat.
            > selesai
            < Langkah 3 dari 6. Tulisan Anda ini pertanyaan, saran, atau keluhan?
            < [Pertanyaan] [Saran] [Keluhan]
            > usul
            < Langkah 4 dari 6
            > Sadu
            > lewati
            > rahasiakan
            < (Saran)
            > kirim
            < ✅ Saran terkirim.
            < Petugas membacanya paling lambat
            <! menjawab paling lambat
            > cek
            < Dibaca petugas paling lambat
            """);

        // Assert
        var complaint = await chat.FirstComplaintAsync();
        Assert.Equal(ComplaintKind.Suggestion, complaint.Kind);
        Assert.True(complaint.PromiseOn > DateOnly.FromDateTime(chat.Database.Clock.UtcNow).AddDays(14));
    }

    [Theory, OnSqlite]
    public async Task Who_says_that_it_is_a_complaint_is_promised_an_answer(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act
        await chat.PlayAsync($"{Paths.ToStory}\n> {Suggestion}\n> selesai\n> 3\n> Sadu\n> lewati\n> rahasiakan\n<! (Keluhan)\n> kirim\n< Petugas menjawab paling lambat");

        // Assert
        Assert.Equal(ComplaintKind.Complaint, (await chat.FirstComplaintAsync()).Kind);
    }

    [Theory, OnSqlite]
    public async Task Who_has_chosen_to_ask_is_not_asked_again(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act
        await chat.PlayAsync(
            """
            > lapor
            > setuju
            > saya sendiri
            > lainnya
            > syarat
            > kapan pkh tahap empat cair di desa saya
            > selesai
            < Langkah 4 dari 6
            > Sadu
            > lewati
            > rahasiakan
            > kirim
            < ✅ Pertanyaan terkirim.
            < Petugas menjawab di obrolan ini paling lambat
            """);

        // Assert
        var complaint = await chat.FirstComplaintAsync();
        Assert.Equal((ComplaintKind.Question, "PKH"), (complaint.Kind, complaint.ProgrammeCode));
    }

    [Theory, OnSqlite]
    public async Task Who_tells_of_a_problem_never_sees_the_question(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act
        await chat.PlayAsync(Paths.ToReceipt);

        // Assert
        Assert.DoesNotContain("pertanyaan, saran", chat.Transcript, StringComparison.Ordinal);
        Assert.Equal(ComplaintKind.Complaint, (await chat.FirstComplaintAsync()).Kind);
    }

    [Theory, OnSqlite]
    public async Task A_story_that_is_told_anew_is_judged_anew(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act, Assert
        await chat.PlayAsync(
            $"""
            {Paths.ToStory}
            > {Suggestion}
            > selesai
            > saran
            > Sadu
            > lewati
            > rahasiakan
            < (Saran)
            > ubah 3
            > ijazah anak saya ditahan sekolah sejak lulus
            < Periksa dulu
            <! (Saran)
            """);
    }
}
