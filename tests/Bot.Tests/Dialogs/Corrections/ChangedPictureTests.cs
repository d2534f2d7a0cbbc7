using Microsoft.EntityFrameworkCore;
using SlrtBot.Bot.Protocol;
using SlrtBot.Bot.Tests.Dialogs.Additions;
using SlrtBot.Core.Files;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs.Corrections;

/// <summary>A picture that takes the place of another in the chat joins it; nothing is thrown away.</summary>
public sealed class ChangedPictureTests
{
    private const string Replaced = "(Foto atau berkas di pesan ini diganti; yang semula tetap ada.)";

    [Theory, OnSqlite, OnPostgres]
    public async Task Another_picture_in_an_added_message_belongs_to_the_complaint_beside_the_first(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        var reference = await chat.LodgeAsync();
        await chat.AskAsync(reference, "Boleh kirim foto ijazahnya?");
        await SendAsync(chat, "a", null);
        await chat.PlayAsync($"< Jawaban Anda untuk laporan {reference}");

        // Act
        await ChangeAsync(chat, "b", null);
        await chat.PlayAsync("< -");

        // Assert
        var complaint = await chat.FirstComplaintAsync();
        var files = await FilesAsync(chat);
        Assert.Equal([complaint.Id, complaint.Id], files.Select(f => f.ComplaintId));
        Assert.All(files, f => Assert.Equal(FileState.Pending, f.State));
        Assert.Equal("resident.corrected", (await chat.Database.AuditedAsync(complaint.Id))[^1]);
        Assert.Contains(Replaced, await chat.ThreadAsync(reference));
        var audited = await chat.Database.ReadAsync(db => db.AuditActs.SingleAsync(a => a.SubjectId == complaint.Id && a.Verb == "resident.corrected"));
        Assert.Contains(files[1].Id.ToString(), audited.Data, StringComparison.Ordinal);
    }

    [Theory, OnSqlite]
    public async Task The_same_picture_with_other_words_is_not_kept_twice(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        var reference = await chat.LodgeAsync();
        await chat.AskAsync(reference, "Boleh kirim foto ijazahnya?");
        await SendAsync(chat, "a", "ini ijazahnya");

        // Act
        await ChangeAsync(chat, "a", "ini ijazah anak saya");
        await ChangeAsync(chat, "b", "ini ijazah anak saya");
        await ChangeAsync(chat, "b", "ini ijazah anak saya yang kedua");

        // Assert
        Assert.Equal(2, (await FilesAsync(chat)).Count);
        Assert.Equal(
            [
                ("ini ijazahnya", null),
                ("ini ijazah anak saya", "ini ijazahnya"),
                ($"ini ijazah anak saya\n{Replaced}", "ini ijazah anak saya"),
                ("ini ijazah anak saya yang kedua", $"ini ijazah anak saya\n{Replaced}"),
            ],
            (await chat.SheetThreadAsync(reference)).Where(m => m.Text.StartsWith("ini", StringComparison.Ordinal)).Select(m => (m.Text, m.Before)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task In_an_unsent_complaint_both_are_counted_and_sent_along(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToPhotos);
        await SendAsync(chat, "a", null);
        await chat.PlayAsync("< Foto");

        // Act
        await ChangeAsync(chat, "b", null);
        await chat.PlayAsync("< -\n> selesai\n> rahasiakan\n< 5. Foto: 2 berkas\n> kirim\n< terkirim");

        // Assert
        var complaint = await chat.FirstComplaintAsync();
        Assert.Equal([complaint.Id, complaint.Id], (await FilesAsync(chat)).Select(f => f.ComplaintId));
    }

    [Theory, OnSqlite]
    public async Task After_the_fifth_no_more_are_kept(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToPhotos);
        foreach (var picture in (string[])["a", "b", "c", "d", "e"])
        {
            await SendAsync(chat, picture, null, $"m{picture}");
        }

        // Act
        await chat.SendAsync(Message(ActivityTypes.MessageUpdate, "f", null, "ma"));

        // Assert
        Assert.Equal(FileState.Refused, (await FilesAsync(chat))[^1].State);
        await chat.PlayAsync("> rahasiakan\n< 5. Foto: 5 berkas");
    }

    [Theory, OnSqlite]
    public async Task What_waits_for_the_choice_of_a_complaint_takes_the_other_picture_along(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        var (school, house) = await TwoComplaints.TwoAsync(chat);
        await chat.AskAsync(school, "Apa nama sekolahnya?");
        await chat.AskAsync(house, "Ruang mana?");
        await SendAsync(chat, "a", null);
        await chat.PlayAsync("< Petugas bertanya di beberapa laporan");

        // Act
        await ChangeAsync(chat, "b", null);
        await chat.PlayAsync($"< -\n> rumah\n< Jawaban Anda untuk laporan {house}");

        // Assert
        var id = (await chat.ComplaintAsync(house)).Id;
        Assert.Equal([id, id], (await FilesAsync(chat)).Select(f => f.ComplaintId));
        Assert.Contains(Replaced, await chat.ThreadAsync(house));
    }

    [Theory, OnSqlite]
    public async Task A_film_in_its_place_and_a_change_of_what_nobody_heard_are_not_fetched(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        await chat.AskAsync(await chat.FirstReferenceAsync(), "Boleh kirim foto ijazahnya?");
        await SendAsync(chat, "a", null);

        // Act
        var film = Message(ActivityTypes.MessageUpdate, "b", null, "m1");
        film.Attachments = [File("video/mp4", MediaKinds.Video, "b")];
        await chat.SendAsync(film);
        await chat.SendAsync(Message(ActivityTypes.MessageUpdate, "c", null, "m9"));
        await chat.PlayAsync("< -");

        // Assert
        Assert.Equal([FileState.Pending, FileState.Refused, FileState.Refused], (await FilesAsync(chat)).Select(f => f.State));
    }

    private static Task SendAsync(ConversationScript chat, string picture, string? caption, string id = "m1") =>
        chat.SendAsync(Message(ActivityTypes.Message, picture, caption, id));

    private static Task ChangeAsync(ConversationScript chat, string picture, string? caption)
    {
        chat.Database.Clock.Advance(TimeSpan.FromMinutes(1));
        return chat.SendAsync(Message(ActivityTypes.MessageUpdate, picture, caption, "m1"));
    }

    private static Activity Message(string type, string picture, string? caption, string id) =>
        new() { Type = type, Id = id, Text = caption, Attachments = [File("image/jpeg", MediaKinds.Photo, picture)] };

    /// <summary>The address is another at every delivery, as a channel may have it.</summary>
    private static Attachment File(string mime, string kind, string picture)
    {
        var file = Attachment.Of(mime, new MediaFacts(kind, picture));
        file.ContentUrl = $"test:{picture}/{SequentialId.Next(DateTime.UnixEpoch)}";
        return file;
    }

    private static Task<List<StoredFile>> FilesAsync(ConversationScript chat) =>
        chat.Database.ReadAsync(db => db.StoredFiles.OrderBy(f => f.Id).ToListAsync());
}
