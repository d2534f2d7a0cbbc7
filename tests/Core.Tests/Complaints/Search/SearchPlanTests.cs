using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Complaints.Search;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Complaints.Search;

/// <summary>At a million complaints each question of a search must be one range of one index, in its order.</summary>
public sealed class SearchPlanTests
{
    private static readonly StaffScope Desk = TestData.Staff(Role.Manager, readsSensitive: true);

    public static TheoryData<string, string> Questions => new()
    {
        { "phone", "ix_complaint_phone_index" },
        { "national id", "ix_complaint_national_id_index" },
        { "end of a national id", "ix_complaint_national_id_tail" },
        { "village", "ix_complaint_village_code_promise_on_id" },
        { "one word", "sqlite_autoindex_complaint_word_1" },
        { "three words", "sqlite_autoindex_complaint_word_1" },
        { "any of three words", "sqlite_autoindex_complaint_word_1" },
        { "a page of what was found", "sqlite_autoindex_complaint_1" },
        { "how often words stand there", "sqlite_autoindex_complaint_word_1" },
    };

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task A_search_reads_an_index_and_never_the_whole_table(string question, string index)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(DatabaseProvider.Sqlite);
        await using var scope = database.Services.CreateAsyncScope();

        // Act
        var plan = await PlanAsync(Query(scope.ServiceProvider, question));

        // Assert
        Assert.Contains(plan, step => step.StartsWith("SEARCH", StringComparison.Ordinal) && step.Contains(index, StringComparison.Ordinal));
        // What is scanned is a list that was just read along an index, and is limited.
        Assert.All(plan.Where(step => step.StartsWith("SCAN ", StringComparison.Ordinal)), step => Assert.Contains($"CO-ROUTINE {step["SCAN ".Length..]}", plan));
        // A number has few; words and villages have many, and are read in order.
        Assert.True(question is "phone" or "national id" or "a page of what was found" || !plan.Exists(step => step.Contains("ORDER BY", StringComparison.Ordinal)), string.Join('\n', plan));
    }

    private static IQueryable<object> Query(IServiceProvider services, string question)
    {
        var (queries, words, db) = (services.GetRequiredService<SearchQueries>(), services.GetRequiredService<WordHits>(), services.GetRequiredService<SlrtDbContext>());
        var seen = db.Complaints.AsNoTracking().VisibleTo(Desk);
        IReadOnlyList<WordGroup> groups =
            [new([new byte[8], [1, 1, 1, 1, 1, 1, 1, 1]], []), new([[2, 1, 1, 1, 1, 1, 1, 1]], []), new([[3, 1, 1, 1, 1, 1, 1, 1]], [TestData.Village])];
        return question switch
        {
            "phone" => queries.OfPhone("+6281298765432", Desk).Select(id => (object)id),
            "national id" => queries.OfNationalId("3204374506780012", Desk).Select(id => (object)id),
            "end of a national id" => queries.OfTail("0012", Desk),
            "village" => queries.InVillages([TestData.Village], Desk).Select(id => (object)id),
            "one word" => words.All([groups[0]], seen).Select(id => (object)id),
            "three words" => words.All(groups, seen).Select(id => (object)id),
            "a page of what was found" => queries.OfPage([.. Enumerable.Range(0, SearchPage.Size).Select(_ => SequentialId.Next(DateTime.UnixEpoch))], Desk),
            "any of three words" => words.Any(groups, seen).Select(id => (object)id),
            _ => words.Standing(groups),
        };
    }

    private static async Task<List<string>> PlanAsync(IQueryable query)
    {
        var plan = new List<string>();
        await using var command = query.CreateDbCommand();
        command.CommandText = $"explain query plan {command.CommandText}";
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            plan.Add(reader.GetString(3));
        }

        return plan;
    }
}
