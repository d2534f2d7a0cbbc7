using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Bot.Protocol;
using SlrtBot.Bot.Tests.Dialogs.Additions;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs.Corrections;

/// <summary>Messages that are changed in the chat after they were sent.</summary>
public sealed class CorrectionTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task An_answer_that_is_changed_shows_staff_both_versions_and_is_not_taken_again(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        var reference = await chat.LodgeAsync();
        await chat.AskAsync(reference, "Apa nama sekolahnya?");
        await WriteAsync(chat, "m1", "SMK 1 Soreang");

        // Act
        await ChangeAsync(chat, "m1", "SMK 2 Soreang");
        await chat.PlayAsync("< -");
        chat.Database.Clock.Advance(TimeSpan.FromMinutes(1));
        await ChangeAsync(chat, "m1", "SMK 2 Katapang");
        await ChangeAsync(chat, "m1", "SMK 2 Katapang");

        // Assert
        var thread = await chat.SheetThreadAsync(reference);
        Assert.Equal(
            [("SMK 1 Soreang", null), ("SMK 2 Soreang", "SMK 1 Soreang"), ("SMK 2 Katapang", "SMK 2 Soreang")],
            thread.Where(m => m.Text.StartsWith("SMK", StringComparison.Ordinal)).Select(m => (m.Text, m.Before)));
        var complaint = await chat.FirstComplaintAsync();
        Assert.Equal(ComplaintStatus.InReview, complaint.Status);
        Assert.Equal(2, (await chat.Database.AuditedAsync(complaint.Id)).Count(v => v == "resident.corrected"));
        Assert.Equal(1, (await chat.Database.AuditedAsync(complaint.Id)).Count(v => v == "resident.wrote"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Changing_the_story_of_an_unsent_complaint_is_told_once_to_change_nothing(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToStory);
        await WriteAsync(chat, "m1", "ijazah anak saya ditahan sekolah");
        await chat.PlayAsync("< Selesai bercerita");

        // Act
        await ChangeAsync(chat, "m1", "ijazah kedua anak saya ditahan sekolah");
        await chat.PlayAsync("< Pesan yang diubah tidak ikut berubah di laporan ini. Untuk mengubah cerita, pilih «Ubah 3»");
        await ChangeAsync(chat, "m1", "ijazah ketiga anak saya ditahan sekolah");
        await chat.PlayAsync(
            """
            < -
            > selesai
            < Langkah 4 dari 6
            > Sadu
            > lewati
            > rahasiakan
            < 3. Cerita: ijazah anak saya ditahan sekolah
            > kirim
            < ✅ Laporan terkirim.
            """);

        // Assert
        Assert.Single((await chat.Database.ReadAsync(db => db.Complaints.ToListAsync())));
    }

    [Theory, OnSqlite]
    public async Task A_story_that_is_changed_after_sending_reaches_the_complaint(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToStory);
        await WriteAsync(chat, "m1", "ijazah anak saya ditahan sekolah");
        await chat.PlayAsync("< Selesai bercerita\n> selesai\n> Sadu\n> lewati\n> rahasiakan\n> kirim\n< ✅ Laporan terkirim.");
        var reference = await chat.FirstReferenceAsync();

        // Act
        await ChangeAsync(chat, "m1", "ijazah anak saya ditahan sekolah, NIK 3204371203749999");
        await chat.PlayAsync("< -");

        // Assert
        var corrected = Assert.Single(await chat.SheetThreadAsync(reference), m => m.Before is not null);
        Assert.Equal("ijazah anak saya ditahan sekolah", corrected.Before);
        Assert.DoesNotContain("320437120374", corrected.Text, StringComparison.Ordinal);
        var complaint = await chat.FirstComplaintAsync();
        Assert.Equal("3204371203749999", chat.Database.Services.GetRequiredService<FieldCipher>()
            .Open(complaint.WrittenNumbers!, new("complaint"), complaint.Id, "written_numbers"));
    }

    [Theory, OnSqlite]
    public async Task What_waits_for_a_choice_takes_its_correction_along(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        var (school, house) = await TwoComplaints.TwoAsync(chat);
        await chat.AskAsync(school, "Apa nama sekolahnya?");
        await chat.AskAsync(house, "Ruang mana?");
        await WriteAsync(chat, "m1", "kamar belakang, pak");
        await chat.PlayAsync("< Petugas bertanya di beberapa laporan");

        // Act
        await ChangeAsync(chat, "m1", "kamar depan, pak");
        await chat.PlayAsync($"< -\n> rumah\n< Jawaban Anda untuk laporan {house}");

        // Assert
        Assert.Equal(
            [("kamar belakang, pak", null), ("kamar depan, pak", "kamar belakang, pak")],
            (await chat.SheetThreadAsync(house)).Where(m => m.Text.StartsWith("kamar", StringComparison.Ordinal)).Select(m => (m.Text, m.Before)));
    }

    [Theory, OnSqlite]
    public async Task A_change_of_a_message_that_was_never_heard_is_kept_and_says_nothing(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToStory);

        // Act
        await ChangeAsync(chat, "m9", "batal");

        // Assert
        await chat.PlayAsync("< -\n> ulang\n< Langkah 3 dari 6");
        Assert.Equal(1, await chat.Database.ReadAsync(db => db.InboundMessages.CountAsync(m => m.Kind == InboundKind.Edit)));
    }

    [Theory, OnSqlite]
    public async Task It_is_told_in_english_too(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync($"{Paths.ToStory}\n> bahasa inggris");
        await WriteAsync(chat, "m1", "the school keeps the papers of my child");
        await chat.WaitAsync();

        // Act
        await ChangeAsync(chat, "m1", "the school keeps all papers of my child");

        // Assert
        await chat.PlayAsync("< A message that you change does not change this report.");
    }

    private static Task WriteAsync(ConversationScript chat, string id, string text) =>
        chat.SendAsync(new Activity { Type = ActivityTypes.Message, Id = id, Text = text });

    private static Task ChangeAsync(ConversationScript chat, string id, string text) =>
        chat.SendAsync(new Activity { Type = ActivityTypes.MessageUpdate, Id = id, Text = text });
}
