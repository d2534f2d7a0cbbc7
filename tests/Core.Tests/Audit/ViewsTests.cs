using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Audit;

/// <summary>What residents said is handed out after the look is stored, and not otherwise.</summary>
public sealed class ViewsTests
{
    private static readonly Guid Reader = SequentialId.Next(DateTime.UnixEpoch);
    private static readonly Unseen<string> Words = new("kata warga", new View("complaint.viewed", "complaint", SequentialId.Next(DateTime.UnixEpoch)));

    [Theory, OnSqlite, OnPostgres]
    public async Task A_look_is_stored_once_in_ten_minutes_and_for_each_reader(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestDatabase.CreateAsync(provider);

        // Act
        var shown = await ShowAsync(database, Reader);
        _ = await ShowAsync(database, Reader);
        _ = await ShowAsync(database, SequentialId.Next(database.Clock.UtcNow));
        database.Clock.Advance(TimeSpan.FromMinutes(11));
        _ = await ShowAsync(database, Reader);

        // Assert
        Assert.Equal("kata warga", shown);
        var readers = await database.ReadAsync(db => db.AuditActs.Where(a => a.Verb == "complaint.viewed").Select(a => a.ActorId).ToListAsync());
        Assert.Equal((3, 2), (readers.Count, readers.Count(r => r == Reader)));
    }

    [Fact]
    public async Task Where_the_look_cannot_be_stored_nothing_is_shown_and_the_next_look_is_stored()
    {
        // Arrange: a database that takes no more writes, and one that does.
        var recent = new RecentViews();
        var closed = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        (closed.Gate as IDisposable)!.Dispose();
        await using var open = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        var by = Provenance.Staff(Reader, open.Clock.UtcNow);

        // Act
        var failure = await Record.ExceptionAsync(() => new Views(closed.Units, recent).ShowAsync(Words, by, CancellationToken.None));
        var shown = await new Views(open.Units, recent).ShowAsync(Words, by, CancellationToken.None);

        // Assert
        Assert.NotNull(failure);
        Assert.Equal("kata warga", shown);
        Assert.Equal(1, await open.ReadAsync(db => db.AuditActs.CountAsync(a => a.SubjectId == Words.View.SubjectId)));
    }

    private static async Task<string> ShowAsync(TestDatabase database, Guid reader)
    {
        await using var scope = database.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Views>()
            .ShowAsync(Words, Provenance.Staff(reader, database.Clock.UtcNow), CancellationToken.None);
    }
}
