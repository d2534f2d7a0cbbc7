using SlrtBot.Core.Conversations;
using SlrtBot.Core.Files;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Notifications;

public sealed class TellOfLostFileTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Who_sent_photos_that_are_too_large_hears_it_once(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var conversation = await database.ConversationAsync();
        var photos = new[] { await FileAsync(database, conversation, FileKind.Photo), await FileAsync(database, conversation, FileKind.Photo) };

        // Act
        foreach (var photo in photos)
        {
            await DecideAsync(database, photo, new FetchedFile(FetchResult.TooLarge));
        }

        // Assert
        Assert.Equal(
            "Maaf, foto yang Anda kirim tidak bisa disimpan karena terlalu besar. Tulisan Anda aman. Kirim lagi yang lebih kecil, atau tuliskan isinya.",
            Assert.Single(await database.SaidAsync(conversation.Id)));
    }

    [Fact]
    public async Task What_became_of_each_kind_is_told_with_what_to_do()
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(DatabaseProvider.Sqlite);
        var conversation = await database.ConversationAsync();

        // Act
        await DecideAsync(database, await FileAsync(database, conversation, FileKind.Voice), new FetchedFile(FetchResult.Gone));
        await DecideAsync(database, await FileAsync(database, conversation, FileKind.Document), new FetchedFile(FetchResult.Fetched, "MZ"u8.ToArray()));

        // Assert
        Assert.Equal(
            [
                "Maaf, pesan suara yang Anda kirim tidak sampai ke kami. Tulisan Anda aman. Mohon kirim pesan suara itu sekali lagi.",
                "Maaf, berkas yang Anda kirim tidak bisa disimpan karena jenisnya tidak bisa dibaca. Tulisan Anda aman. Kirim lagi sebagai foto biasa, atau tuliskan isinya.",
            ],
            await database.SaidAsync(conversation.Id));
    }

    [Fact]
    public async Task What_was_kept_or_is_tried_again_is_not_spoken_of()
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(DatabaseProvider.Sqlite);
        var conversation = await database.ConversationAsync();

        // Act
        await DecideAsync(database, await FileAsync(database, conversation, FileKind.Photo), new FetchedFile(FetchResult.Fetched, SamplePictures.PhoneJpeg()));
        await DecideAsync(database, await FileAsync(database, conversation, FileKind.Photo), new FetchedFile(FetchResult.Failed));

        // Assert
        Assert.Empty(await database.SaidAsync(conversation.Id));
    }

    [Fact]
    public async Task Where_it_is_not_safe_nothing_is_told()
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(DatabaseProvider.Sqlite);
        var conversation = await database.ConversationAsync();
        await database.Gate.ExecuteAsync(
            g => g.ExecuteAsync("update conversation set danger = 'unsafe' where id = @p0", conversation.Id), default);

        // Act
        await DecideAsync(database, await FileAsync(database, conversation, FileKind.Photo), new FetchedFile(FetchResult.Gone));

        // Assert
        Assert.Empty(await database.SaidAsync(conversation.Id));
    }

    private static async Task<StoredFile> FileAsync(TestDatabase database, Conversation conversation, FileKind kind)
    {
        var file = new StoredFile
        {
            Id = SequentialId.Next(database.Clock.UtcNow),
            ConversationId = conversation.Id,
            Kind = kind,
            State = FileState.Pending,
            NotBefore = database.Clock.UtcNow,
            CreatedAt = database.Clock.UtcNow,
        };
        await database.AddAsync(file);
        return file;
    }

    private static Task<Outcome<Done>> DecideAsync(TestDatabase database, StoredFile file, FetchedFile fetched) =>
        database.Units.RunAsync<KeepFetchedFile, Done>(
            (act, ct) => act.DoAsync(file.Id, fetched, Provenance.Job("fetch-files", database.Clock.UtcNow), ct), CancellationToken.None);
}
