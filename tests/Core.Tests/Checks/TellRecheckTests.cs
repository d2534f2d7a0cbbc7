using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Checks;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Registry;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Tasks;
using SlrtBot.Core.Tellings;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Checks;

/// <summary>What a new list says is worded for the resident, and told or set aside by review and analysis.</summary>
public sealed class TellRecheckTests
{
    private static readonly StaffScope Colleague = TestData.Staff(Role.Backoffice);

    [Theory, OnSqlite, OnPostgres]
    public async Task The_draft_is_in_the_chats_language_and_promises_nothing_and_goes_to_the_chat_once(DatabaseProvider provider)
    {
        await using var database = await TestData.WithAreasAsync(provider);
        var chat = await database.ConversationAsync();
        await database.Gate.ExecuteAsync(commands => commands.ExecuteAsync("update conversation set language = 'en'"), CancellationToken.None);
        var complaint = await ChangedAsync(database, chat.Id);
        var sheet = (await database.OpenAsync(complaint))!;
        Assert.Equal((RecheckRoute.Chat, true), (sheet.Route, sheet.MayAct));
        Assert.StartsWith("The newest data (as of Sunday, 1 November 2026) now list you.", sheet.Draft, StringComparison.Ordinal);
        Assert.EndsWith("not by our office.", sheet.Draft, StringComparison.Ordinal);

        var key = SequentialId.Next(database.Clock.UtcNow);
        Assert.Equal(("required", "text"), Said(await database.TellAsync(sheet.Recheck, " ", key)));
        Assert.Equal(("too_long", "text"), Said(await database.TellAsync(sheet.Recheck, new string('a', 4000), key)));
        Assert.Equal(("recheck_moved_on", null), Said(await database.TellAsync(sheet.Recheck, sheet.Draft, key, seen: 9)));
        Assert.Equal(RefusalKind.Forbidden, (await database.TellAsync(sheet.Recheck, sheet.Draft, key, TestData.Staff(Role.Facilitator, complaint.VillageCode))).Refusals.Single().Kind);
        Assert.Equal(RefusalKind.NotFound, (await database.TellAsync(sheet.Recheck, sheet.Draft, key, TestData.Staff(Role.Analyst, "32.17"))).Refusals.Single().Kind);
        Assert.True((await database.TellAsync(sheet.Recheck, sheet.Draft, key)).Succeeded);
        Assert.True((await database.TellAsync(sheet.Recheck, sheet.Draft, key)).Succeeded);
        Assert.Equal("recheck_moved_on", Said(await database.TellAsync(sheet.Recheck, sheet.Draft, staff: Colleague)).Code);

        var message = await database.ReadAsync(db => db.OutboundMessages.SingleAsync(m => m.Kind == OutboundKind.Staff));
        Assert.Contains("now list you", database.Services.GetRequiredService<FieldCipher>().OpenBody(message.Body, message.Id).Text, StringComparison.Ordinal);
        Assert.Null(await database.OpenAsync(complaint));
        Assert.Equal(
            ["resident.written_to", "registry.recheck_told"],
            await database.ReadAsync(db => db.AuditActs.Where(a => a.SubjectId == complaint.Id && a.ActorId == TestLists.Analyst.StaffId && a.Verb != "registry.checked").OrderBy(a => a.Id).Select(a => a.Verb).ToListAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whom_no_chat_reaches_is_told_by_whoever_goes_there(DatabaseProvider provider)
    {
        await using var database = await TestData.WithAreasAsync(provider);
        var complaint = await ChangedAsync(database, null);
        var sheet = (await database.OpenAsync(complaint))!;
        Assert.Equal(RecheckRoute.InPerson, sheet.Route);
        Assert.True((await database.TellAsync(sheet.Recheck, sheet.Draft)).Succeeded);
        var telling = await database.ReadAsync(db => db.Tellings.SingleAsync());
        Assert.Equal(TellingReason.NoChat, telling.Reason);
        Assert.Contains("sudah mencantumkan nama Anda", database.Services.GetRequiredService<FieldCipher>().OpenOptional(telling.Words, Telling.Table, telling.Id, "words"), StringComparison.Ordinal);
        Assert.Equal(TaskKind.TellInPerson, (await database.ReadAsync(db => db.WorkTasks.SingleAsync(t => t.Id == telling.Id))).Kind);
        Assert.Equal(RecheckState.Told, (await database.ReadAsync(db => db.Rechecks.SingleAsync())).State);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Set_aside_it_keeps_its_reason_sealed_and_a_list_that_was_told_of_is_not_taken_back(DatabaseProvider provider)
    {
        await using var database = await TestData.WithAreasAsync(provider);
        var chat = await database.ConversationAsync();
        var complaint = await ChangedAsync(database, chat.Id);
        var recheck = (await database.OpenAsync(complaint))!.Recheck;
        Assert.Equal(("required", "reason"), Said(await database.SetAsideAsync(recheck, "")));
        Assert.Equal(("recheck_moved_on", null), Said(await database.SetAsideAsync(recheck, "Sudah tahu", seen: 9)));
        Assert.True((await database.SetAsideAsync(recheck, "Sudah tahu dari kader")).Succeeded);
        Assert.True((await database.SetAsideAsync(recheck, "Sudah tahu dari kader")).Succeeded);
        Assert.Equal("recheck_moved_on", Said(await database.SetAsideAsync(recheck, "Sudah tahu", Colleague)).Code);
        var kept = await database.ReadAsync(db => db.Rechecks.SingleAsync());
        Assert.Equal((RecheckState.SetAside, TestLists.Analyst.StaffId), (kept.State, kept.EndedBy));
        Assert.Equal("Sudah tahu dari kader", database.Services.GetRequiredService<FieldCipher>().OpenOptional(kept.Words, Recheck.Table, kept.Id, "words"));

        var list = await database.ImportAsync(RecheckTests.Listed("7"), asOf: "2026-11-05");
        await database.RecheckAsync();
        var sheet = (await database.OpenAsync(complaint))!;
        Assert.True((await database.TellAsync(sheet.Recheck, sheet.Draft)).Succeeded);
        Assert.Equal("registry_built_on", Said(await database.GiveUpAsync(list)).Code);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_list_of_changes_is_by_village_and_for_those_who_analyse_there(DatabaseProvider provider)
    {
        await using var database = await TestData.WithAreasAsync(provider);
        var complaint = await ChangedAsync(database, null);
        foreach (var reader in new[] { TestLists.Analyst, TestData.Staff(Role.Coordinator, "32.04.44"), TestData.Staff(Role.Coordinator, complaint.VillageCode) })
        {
            var row = Assert.Single((await database.PageAsync(reader)).Rows);
            Assert.Equal((complaint.Reference, CheckOutcome.NotListed, CheckOutcome.Listed), (row.Reference, row.Before, row.After));
        }

        Assert.Empty((await database.PageAsync(TestData.Staff(Role.Analyst, "32.17"))).Rows);
        Assert.Empty((await database.PageAsync(TestData.Staff(Role.Facilitator, complaint.VillageCode))).Rows);
        Assert.False((await database.OpenAsync(complaint, TestData.Staff(Role.Facilitator, complaint.VillageCode)))!.MayAct);
    }

    [Theory]
    [InlineData("32.04", "ix_recheck_open_regency")]
    [InlineData("32.04.44", "ix_recheck_open_district")]
    [InlineData("32.04.44.2002", "ix_recheck_open_village")]
    public async Task It_is_read_along_an_index_in_its_order(string area, string index)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var scope = database.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SlrtDbContext>();
        var plan = await PlanAsync(RecheckQueries.Ordered(db, TestData.Staff(Role.Coordinator, area)).Take(51).CreateDbCommand());
        Assert.Contains(plan, step => step.Contains(index, StringComparison.Ordinal));
        Assert.DoesNotContain(plan, step => step.Contains("TEMP B-TREE", StringComparison.Ordinal) || step.StartsWith("SCAN", StringComparison.Ordinal));
        var walk = await PlanAsync(RecheckJob.Checked(db, Guid.Empty).Take(200).CreateDbCommand());
        Assert.DoesNotContain(walk, step => step.Contains("TEMP B-TREE", StringComparison.Ordinal) || (step.StartsWith("SCAN", StringComparison.Ordinal) && step.Contains("registry_check", StringComparison.Ordinal)));
    }

    internal static async Task<List<string>> PlanAsync(System.Data.Common.DbCommand command)
    {
        await using var explained = command;
        explained.CommandText = $"explain query plan {explained.CommandText}";
        var plan = new List<string>();
        await using var reader = await explained.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            plan.Add(reader.GetString(3));
        }

        return plan;
    }

    private static async Task<Complaint> ChangedAsync(TestDatabase database, Guid? conversation)
    {
        await database.ImportAsync(TestLists.Csv(TestLists.Line("3204375203740001", "Ujang Contoh")), asOf: "2026-10-01");
        var complaint = await RecheckTests.ComplaintAsync(database, conversation);
        await database.CheckedAsync(complaint);
        await database.ImportAsync(RecheckTests.Listed("2"), asOf: "2026-11-01");
        await database.RecheckAsync();
        return complaint;
    }

    private static (string Code, string? Field) Said<T>(Outcome<T> outcome) => (Assert.Single(outcome.Refusals).Code, outcome.Refusals[0].Field);
}
