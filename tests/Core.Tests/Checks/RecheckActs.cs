using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Checks;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Imports;
using SlrtBot.Core.Jobs;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Registry;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Checks;

/// <summary>What a new list brings about, and what staff do with it.</summary>
internal static class RecheckActs
{
    private static readonly StaffScope Manager = TestData.Staff(Role.Manager);

    /// <summary>The clock's job, once.</summary>
    public static Task<JobCount> RecheckAsync(this TestDatabase database) => database.Services.GetRequiredService<RecheckJob>().RunAsync(CancellationToken.None);

    public static async Task CheckedAsync(this TestDatabase database, Complaint complaint)
    {
        var outcome = await database.Units.RunAsync<CheckComplaint, CheckSheet>(
            (act, ct) => act.DoAsync(complaint.Id, TestLists.Analyst, Provenance.Staff(TestLists.Analyst.StaffId, database.Clock.UtcNow), ct), CancellationToken.None);
        Assert.True(outcome.Succeeded, string.Join(", ", outcome.Refusals));
    }

    public static async Task<RecheckSheet?> OpenAsync(this TestDatabase database, Complaint complaint, StaffScope? reader = null)
    {
        await using var scope = database.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<RecheckQueries>().OpenAsync(complaint, reader ?? TestLists.Analyst, CancellationToken.None);
    }

    public static async Task<RecheckPage> PageAsync(this TestDatabase database, StaffScope reader)
    {
        await using var scope = database.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<RecheckQueries>().PageAsync(reader, 1, CancellationToken.None);
    }

    public static Task<RegistryCheck> LastAsync(this TestDatabase database, Complaint complaint) =>
        database.ReadAsync(db => db.RegistryChecks.Where(c => c.ComplaintId == complaint.Id).OrderByDescending(c => c.Id).FirstAsync());

    public static Task<Outcome<Recheck>> TellAsync(this TestDatabase database, Recheck recheck, string? text, Guid? key = null, StaffScope? staff = null, int? seen = null)
    {
        var actor = staff ?? TestLists.Analyst;
        var input = new TellRecheckInput(new(recheck.ComplaintId, recheck.Id, seen ?? recheck.Version), key ?? SequentialId.Next(database.Clock.UtcNow), text);
        return database.Units.RunAsync<TellRecheck, Recheck>((act, ct) => act.DoAsync(input, actor, Provenance.Staff(actor.StaffId, database.Clock.UtcNow), ct), CancellationToken.None);
    }

    public static Task<Outcome<Recheck>> SetAsideAsync(this TestDatabase database, Recheck recheck, string? reason, StaffScope? staff = null, int? seen = null)
    {
        var actor = staff ?? TestLists.Analyst;
        var input = new SetAsideRecheckInput(new(recheck.ComplaintId, recheck.Id, seen ?? recheck.Version), reason);
        return database.Units.RunAsync<SetAsideRecheck, Recheck>((act, ct) => act.DoAsync(input, actor, Provenance.Staff(actor.StaffId, database.Clock.UtcNow), ct), CancellationToken.None);
    }

    public static async Task SettleAsync(this TestDatabase database, Complaint complaint)
    {
        await database.MoveAsync(complaint, "review", Manager);
        var moved = await database.MoveAsync(complaint, "reject", Manager, message: "Kuota penuh.", reason: "quota_used_up");
        Assert.True(moved.Succeeded, string.Join(", ", moved.Refusals));
    }

    public static async Task TakeBackAsync(this TestDatabase database, ImportRun run)
    {
        var given = await database.GiveUpAsync(run);
        Assert.True(given.Succeeded, string.Join(", ", given.Refusals));
        Assert.Equal((ImportState.TakenBack, 0), (await database.WorkAsync(run)) is var back ? (back.State, back.StoredRows) : default);
    }
}
