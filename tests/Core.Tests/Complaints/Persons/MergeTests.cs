using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Complaints.Persons;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Persons;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;
using Xunit;
using static SlrtBot.Core.Tests.Complaints.Persons.PersonActs;

namespace SlrtBot.Core.Tests.Complaints.Persons;

/// <summary>Two persons are one, and turn out to be two again.</summary>
public sealed class MergeTests
{
    private static readonly string[] Names = ["Entin Sumarni", "Entin Soemarni", "Asep Hidayat", "Lilis Suryani Dewi"];

    [Theory, OnSqlite, OnPostgres]
    public async Task Merged_persons_are_one_with_the_facts_that_were_kept_and_what_came_since_stays_when_they_part(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var first = (await database.RegisterAsync(Form(database, number: null, phone: "0812 3456 7001"))).Value;
        var second = (await database.RegisterAsync(Form(database, "Entin Soemarni", phone: "0812 3456 7001"))).Value;
        var (kept, dropped) = (first.PersonId!.Value, second.PersonId!.Value);
        Task<PersonSheet> Page(Guid id) => database.AskAsync<PersonQueries, PersonSheet>(async q => (await q.FindAsync(id, Front, default))!.Words);
        var before = await Page(kept);

        // Act
        Assert.True((await database.MergeAsync(kept, dropped)).Succeeded);
        database.Clock.Advance(TimeSpan.FromHours(1));
        var later = (await database.RegisterAsync(Form(database, "", null) with { PersonId = kept })).Value;
        var together = await Page(dropped);
        var line = together.Merges.Single();
        Assert.True((await database.PartAsync(kept, line.Id)).Succeeded);
        var (one, other) = (await Page(kept), await Page(dropped));

        // Assert
        Assert.Equal([PersonMatch.Phone, PersonMatch.Name], before.Likely.Single(p => p.Id == dropped).Because);
        Assert.Equal((kept, "Entin Sumarni", null), (together.Id, together.Name, together.NationalId));
        Assert.Equal(new[] { later.Reference, second.Reference, first.Reference }, together.Complaints.Select(c => c.Reference));
        Assert.Equal(("Entin Soemarni", 1, 1, true), (line.Dropped, line.Complaints, line.Since, line.MayPart));
        Assert.Empty(together.Likely);
        Assert.Equal([later.Reference, first.Reference], one.Complaints.Select(c => c.Reference));
        Assert.Equal(dropped, other.Id);
        Assert.Equal([second.Reference], other.Complaints.Select(c => c.Reference));
        Assert.True(one.Merges.Single().IsParted);
        Assert.Equal(["person.made", "person.merged", "person.parted"], await database.AuditedAsync(kept));
    }

    /// <summary>However persons are merged, in whatever order and with which one kept: taken back one by one, all is as if none had been.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Merges_that_are_taken_back_never_were(int seed)
    {
        // Arrange
        var chance = new Random(seed);
        await using var database = await TestData.WithAreasAsync(DatabaseProvider.Sqlite);
        var persons = new List<Guid>();
        for (var i = 0; i < 3 + chance.Next(3); i++)
        {
            var made = (await database.RegisterAsync(Form(database, Names[chance.Next(Names.Length)], null, $"0812 3456 70{i}1") with { IsNewPerson = true })).Value;
            persons.Add(made.PersonId!.Value);
            for (var more = chance.Next(3); more > 0; more--)
            {
                await database.RegisterAsync(Form(database, "", null) with { PersonId = made.PersonId });
            }
        }

        var state = await database.StateAsync();

        // Act
        var standing = persons.ToList();
        for (var merges = 1 + chance.Next(persons.Count - 1); merges > 0; merges--)
        {
            var kept = standing[chance.Next(standing.Count)];
            var dropped = standing.Where(p => p != kept).ElementAt(chance.Next(standing.Count - 1));
            Assert.True((await database.MergeAsync(kept, dropped)).Succeeded);
            standing.Remove(dropped);
        }

        Assert.NotEqual(state, await database.StateAsync());
        foreach (var merge in (await database.MergesAsync()).OrderByDescending(m => m.Id))
        {
            Assert.True((await database.PartAsync(merge.KeptId, merge.Id)).Succeeded);
        }

        // Assert
        Assert.Equal(state, await database.StateAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_cannot_be_merged_or_parted_is_refused_and_the_log_only_grows(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var persons = new List<Guid>();
        foreach (var name in Names)
        {
            persons.Add((await database.RegisterAsync(Form(database, name) with { IsNewPerson = true })).Value.PersonId!.Value);
        }

        var (a, b, c) = (persons[0], persons[1], persons[2]);
        var elsewhere = TestData.Staff(Role.Frontoffice, TestData.OtherVillage);

        // Act
        var refused = new List<string>();
        async Task TryAsync(Task<Outcome<Done>> act) => refused.Add(string.Join(' ', (await act).Refusals.Select(r => r.Code)));
        await TryAsync(database.MergeAsync(a, a));
        await TryAsync(database.MergeAsync(a, b, elsewhere));
        await TryAsync(database.MergeAsync(a, b, TestData.Staff(Role.Backoffice)));
        await TryAsync(database.MergeAsync(a, Guid.Empty));
        await TryAsync(database.MergeAsync(a, b, older: 1));
        await TryAsync(database.MergeAsync(a, b, reason: null));
        await TryAsync(database.MergeAsync(a, b, reason: PersonReason.TwoPeople));
        await TryAsync(database.MergeAsync(a, b));
        await TryAsync(database.MergeAsync(a, b));
        await TryAsync(database.MergeAsync(c, b));
        var merge = (await database.MergesAsync()).Single();
        await TryAsync(database.PartAsync(a, Guid.Empty));
        await TryAsync(database.PartAsync(c, merge.Id));
        await TryAsync(database.PartAsync(a, merge.Id, elsewhere));
        await TryAsync(database.PartAsync(a, merge.Id, reason: PersonReason.RegisteredTwice));
        await TryAsync(database.PartAsync(a, merge.Id));
        await TryAsync(database.PartAsync(a, merge.Id));

        // Assert
        Assert.Equal(
            [
                "person_same", "not_found", "not_found", "not_found", "stale", "unknown_reason", "unknown_reason", "", "person_merged", "person_merged",
                "not_found", "not_found", "not_found", "unknown_reason", "", "already_done",
            ],
            refused);
        Task Change() => database.ReadAsync(async db =>
        {
            db.RemoveRange(await db.PersonMerges.ToListAsync());
            await database.Gate.SaveAsync(db, default);
            return true;
        });
        await Assert.ThrowsAnyAsync<Exception>(Change);
    }
}
