using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Registry;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Checks;

/// <summary>What was decided about the person of a complaint and people in the lists, laid beside what was found.</summary>
public sealed class Verdicts(SlrtDbContext db, FieldCipher cipher)
{
    public async Task<IReadOnlyList<CheckedPair>> BesideAsync(Guid complaintId, IReadOnlyList<Candidate> found, CancellationToken cancellationToken)
    {
        var rows = await (
            from decision in db.PairDecisions.AsNoTracking()
            where decision.ComplaintId == complaintId
            join staff in db.StaffMembers on decision.DecidedBy equals staff.Id into deciders
            from decider in deciders.DefaultIfEmpty()
            orderby decision.Id descending
            select new { decision, Name = decider == null ? "" : decider.Name }).ToListAsync(cancellationToken);
        return [.. found.Select(candidate =>
        {
            var row = rows.Find(r => r.decision.Whom.AsSpan().SequenceEqual(candidate.Whom));
            return row is null
                ? new CheckedPair(candidate, null, Guid.Empty, null, "", null)
                : new CheckedPair(
                    candidate, row.decision.Verdict, row.decision.Id, cipher.Open(row.decision.Words, PairDecision.Table, row.decision.Id, "words"), row.Name, row.decision.DecidedAt);
        })];
    }

    /// <summary>
    /// A person is listed where the number says so or somebody has; whoever was decided to be another counts no more. Two different
    /// people who both seem to be the person leave it doubtful.
    /// </summary>
    /// <returns>The outcome, and the pair that it rests on.</returns>
    public static (CheckOutcome Outcome, CheckedPair? Of) OutcomeOf(IReadOnlyList<CheckedPair> pairs)
    {
        var open = pairs.Where(p => p.Verdict != PairVerdict.Another).ToList();
        var sure = open.FindAll(p => p.Verdict == PairVerdict.Same || (p.Verdict is null && p.Candidate.Score.IsSure));
        if (sure.Count > 0 && sure.TrueForAll(p => p.Candidate.Whom.AsSpan().SequenceEqual(sure[0].Candidate.Whom)))
        {
            var newest = sure.MaxBy(p => p.Candidate.Snapshot.AsOf)!;
            return (newest.Candidate.Record.IsMatched == false ? CheckOutcome.Unmatched : CheckOutcome.Listed, newest);
        }

        return open.Count > 0 ? (CheckOutcome.Doubtful, open[0]) : (CheckOutcome.NotListed, null);
    }
}
