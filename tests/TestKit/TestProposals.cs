using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Checks;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Proposals;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Visits;

namespace SlrtBot.TestKit;

/// <summary>Proposals through their acts: checked in a list, visited, approved, proposed.</summary>
public static class TestProposals
{
    public const string Nik = "3204375203749999";
    public const string Name = "Siti Contoh";

    private static int _lists = 10_000;

    public static StaffScope Analyst { get; } = TestData.Staff(Role.Analyst, readsSensitive: true);

    /// <summary>Whom nothing stands against.</summary>
    public static IReadOnlyDictionary<string, string> Add { get; } = new Dictionary<string, string>
    {
        [ProposalFields.Name] = Name,
        [ProposalFields.NationalId] = Nik,
        [ProposalFields.Address] = "Kp. Contoh RT 2 RW 3",
        [ProposalFields.Rejections] = WrittenField.None,
        [ProposalFields.Why] = "Janda, tiga anak, belum pernah terdata.",
    };

    public static IReadOnlyDictionary<string, string> Correct { get; } = new Dictionary<string, string>
    {
        [ProposalFields.Name] = Name,
        [ProposalFields.NationalId] = Nik,
        [ProposalFields.Address] = "Kp. Contoh RT 2 RW 3",
        [ProposalFields.What] = "name",
        [ProposalFields.Old] = "SITI CONTO",
        [ProposalFields.New] = "SITI CONTOH",
        [ProposalFields.Evidence] = "ktp kk",
    };

    public static IReadOnlyDictionary<string, string> Remove { get; } = new Dictionary<string, string>
    {
        [ProposalFields.Name] = Name,
        [ProposalFields.NationalId] = Nik,
        [ProposalFields.Address] = "Kp. Contoh RT 2 RW 3",
        [ProposalFields.Cause] = "dead",
        [ProposalFields.Evidence] = "visit letter",
        [ProposalFields.Why] = "Meninggal bulan lalu; akta kematian dilihat.",
    };

    /// <summary>A complaint of somebody who is in a list, or in none, with a check of it and, unless not wanted, an approved visit.</summary>
    /// <param name="lines">Of <see cref="TestLists.Header"/>; a stranger where none are given.</param>
    public static async Task<Complaint> CheckedAsync(
        this TestDatabase database, string? nik = Nik, bool visited = true, Guid? conversation = null, string category = "K4", params string[] lines)
    {
        await database.ImportAsync(TestLists.Csv(lines.Length > 0 ? lines : [TestLists.Line($"32043712037{Interlocked.Increment(ref _lists):D5}", "Ujang Koswara")]), asOf: "2026-11-01");
        var complaint = await database.LodgeAsync(TestData.Story(conversation, category, "32.04.44.2002") with { NationalId = nik });
        return await database.CheckedAsync(complaint, visited);
    }

    /// <summary>The same of one that is there.</summary>
    public static async Task<Complaint> CheckedAsync(this TestDatabase database, Complaint complaint, bool visited = true)
    {
        if (visited)
        {
            var facilitator = TestData.Staff(Role.Facilitator, complaint.VillageCode, readsSensitive: true);
            var visit = await database.ReportedAsync(complaint, facilitator);
            Expect(await database.DecideAsync(visit, TestData.Staff(Role.Supervisor, complaint.DistrictCode, readsSensitive: true), VisitWorkflow.Approve));
        }

        Expect(await database.RunAsync<CheckComplaint, CheckSheet>(Analyst, (act, by, cancel) => act.DoAsync(complaint.Id, Analyst, by, cancel)));
        return await database.ReloadAsync(complaint);
    }

    public static Task<Outcome<Proposal>> ProposeAsync(
        this TestDatabase database, Complaint complaint, ProposalKind kind, IReadOnlyDictionary<string, string> values, StaffScope? staff = null, Guid? id = null) =>
        database.RunAsync<MakeProposal, Proposal>(
            staff ?? Analyst, (act, by, cancel) => act.DoAsync(new(id ?? SequentialId.Next(by.At), complaint.Id, Codes.Of(kind), values), staff ?? Analyst, by, cancel));

    /// <summary>Takes one row of the table, as the acts of other slices do.</summary>
    public static Task<Outcome<Proposal>> MoveAsync(this TestDatabase database, Proposal proposal, string verb, StaffScope staff, string? reason = null, Guid? paper = null) =>
        database.RunAsync<IServiceProvider, Proposal>(staff, async (services, by, cancel) =>
        {
            var db = services.GetRequiredService<SlrtDbContext>();
            var found = await db.Proposals.SingleAsync(p => p.Id == proposal.Id, cancel);
            var complaint = await db.Complaints.SingleAsync(c => c.Id == found.ComplaintId, cancel);
            var given = new Given(by) { May = p => staff.MayDo(p, complaint) }.With(ProposalWorkflow.Reason, reason).With(ProposalWorkflow.Paper, paper?.ToString());
            return services.GetRequiredService<ApplyProposalMove>().Apply(found, complaint, verb, given);
        });

    public static Task<Proposal> ReloadAsync(this TestDatabase database, Proposal proposal) => database.ReadAsync(db => db.Proposals.SingleAsync(p => p.Id == proposal.Id));

    private static void Expect<T>(Outcome<T> outcome)
    {
        if (!outcome.Succeeded)
        {
            throw new InvalidOperationException(string.Join(", ", outcome.Refusals.Select(r => $"{r.Code} {r.Field}")));
        }
    }
}
