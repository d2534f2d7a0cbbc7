using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Files;
using SlrtBot.Core.Jobs;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Notifications;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Files;

public sealed class SweepFilesTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Theory, OnSqlite, OnPostgres]
    public async Task Bytes_without_a_row_go_after_a_week_and_those_of_a_row_stay(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestDatabase.CreateAsync(provider);
        var store = database.Services.GetRequiredService<FileStore>();
        var conversation = await database.ConversationAsync();
        var kept = await FileAsync(database, conversation, draft: null);
        var orphan = await WrittenAsync(database, SweepFilesJob.Age + TimeSpan.FromHours(1));
        var young = await WrittenAsync(database, SweepFilesJob.Age - TimeSpan.FromHours(1));
        var unfinished = store.PathOf(orphan) + ".part";
        await File.WriteAllBytesAsync(unfinished, [1]);
        Age(database, unfinished, TimeSpan.FromDays(8));
        Age(database, store.PathOf(kept), TimeSpan.FromDays(100));

        // Act
        var told = await FindingAsync(database);
        var swept = await database.Services.GetRequiredService<SweepFilesJob>().RunAsync(default);

        // Assert
        Assert.Equal((2, 3, false), (told.Count, told.Of, told.IsFault));
        Assert.Equal(new JobCount(2), swept);
        Assert.Equal((true, false, true, false), (store.Holds(kept), store.Holds(orphan), store.Holds(young), File.Exists(unfinished)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_a_resident_takes_back_is_erased_from_the_disk(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestDatabase.CreateAsync(provider, s => s.AddScoped<Forgetting>());
        var store = database.Services.GetRequiredService<FileStore>();
        var conversation = await database.ConversationAsync();
        var draft = SequentialId.Next(database.Clock.UtcNow);
        var taken = await FileAsync(database, conversation, draft);
        var other = await FileAsync(database, conversation, SequentialId.Next(database.Clock.UtcNow));
        await database.Gate.ExecuteAsync(
            commands => commands.ExecuteAsync("update conversation set draft_id = @p0 where id = @p1", draft, conversation.Id), default);
        var eraser = ActivatorUtilities.CreateInstance<FileEraser>(database.Services);
        await eraser.StartAsync(default);

        // Act
        await database.Units.RunAsync<Forgetting, Done>((act, ct) => act.DoAsync(conversation.Id, database.Clock.UtcNow, ct), default);

        // Assert
        using var patience = new CancellationTokenSource(Patience);
        while (store.Holds(taken))
        {
            await Task.Delay(10, patience.Token);
        }

        Assert.True(store.Holds(other));
        Assert.Equal([other], await database.ReadAsync(db => db.StoredFiles.Select(f => f.Id).ToListAsync()));
        await eraser.StopAsync(default);
    }

    private static async Task<Finding> FindingAsync(TestDatabase database)
    {
        await using var scope = database.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<VerifyMessages>().RunAsync(default)).Single(f => f.Check == "file_without_row");
    }

    private static async Task<Guid> FileAsync(TestDatabase database, Conversation conversation, Guid? draft)
    {
        var id = await WrittenAsync(database, TimeSpan.FromMinutes(1));
        await database.AddAsync(new StoredFile
        {
            Id = id,
            ConversationId = conversation.Id,
            DraftId = draft,
            Kind = FileKind.Photo,
            State = FileState.Stored,
            CreatedAt = database.Clock.UtcNow,
        });
        return id;
    }

    private static async Task<Guid> WrittenAsync(TestDatabase database, TimeSpan age)
    {
        var store = database.Services.GetRequiredService<FileStore>();
        var id = SequentialId.Next(database.Clock.UtcNow);
        await store.WriteAsync(id, "foto"u8.ToArray(), default);
        Age(database, store.PathOf(id), age);
        return id;
    }

    private static void Age(TestDatabase database, string path, TimeSpan age) => File.SetLastWriteTimeUtc(path, database.Clock.UtcNow - age);

    /// <summary>The act on a conversation by its id, as a dialog runs it on the turn's.</summary>
    private sealed class Forgetting(SlrtDbContext db, ForgetDraft forget)
    {
        public async Task<Outcome<Done>> DoAsync(Guid conversationId, DateTime at, CancellationToken cancellationToken) => await forget.DoAsync(
            await db.Conversations.SingleAsync(c => c.Id == conversationId, cancellationToken),
            Provenance.Resident(conversationId, "telegram", at), cancellationToken);
    }
}
