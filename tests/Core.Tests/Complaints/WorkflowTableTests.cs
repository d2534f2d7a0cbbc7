using SlrtBot.Core.Complaints;
using SlrtBot.Core.Handovers;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Referrals;
using SlrtBot.Core.Visits;
using Xunit;

namespace SlrtBot.Core.Tests.Complaints;

/// <summary>No status without a way to it, but those that wait for what is not built yet.</summary>
public sealed class WorkflowTableTests
{
    /// <summary>A referral is drafted by a desk and approved by the manager before it is sent (docs/domain.md, "Workflow").</summary>
    private static readonly ReferralStatus[] ReferralsWaitFor = [ReferralStatus.Draft, ReferralStatus.Approved];

    [Fact]
    public void A_complaint_can_come_to_every_status() =>
        Assert.Empty(Unreached(ComplaintWorkflow.Table, ComplaintStatus.Received));

    /// <summary>Wherever it stands, somebody has a way on; what has ended may rest.</summary>
    [Fact]
    public void No_complaint_hand_over_or_visit_comes_to_a_dead_end()
    {
        Assert.Empty(Stuck(ComplaintWorkflow.Table, s => s.Type() == StatusType.Settled));
        Assert.Empty(Stuck(HandoverWorkflow.Table, s => s is HandoverStatus.Answered or HandoverStatus.Returned or HandoverStatus.Revoked or HandoverStatus.Lapsed));
        Assert.Empty(Stuck(VisitWorkflow.Table, s => s is VisitStatus.Approved or VisitStatus.Cancelled));
    }

    [Fact]
    public void Of_a_table_with_a_dead_end_it_is_found() =>
        Assert.Equal(
            [ComplaintStatus.ManagerDecision],
            Stuck(new Workflow<ComplaintStatus>([.. ComplaintWorkflow.Table.Moves.Where(m => m.From != ComplaintStatus.ManagerDecision)]), s => s.Type() == StatusType.Settled));

    /// <summary>Nobody of ours ends a complaint without writing down why; that help has come and that one is withdrawn are the resident's words or the clock's.</summary>
    [Fact]
    public void What_a_desk_settles_it_settles_with_a_product_or_with_words()
    {
        var bare = ComplaintWorkflow.Table.Moves
            .Where(m => m.To.Type() == StatusType.Settled && m.Takers.Any(t => t.Permission is not null) && m.Requires.Length == 0)
            .Select(m => $"{Codes.Of(m.From)} {m.Verb}").Distinct();
        Assert.Equal(["answered complete"], bare.Where(m => !m.EndsWith(" withdraw", StringComparison.Ordinal)));
    }

    [Fact]
    public void Between_two_desks_no_arrow_but_a_hand_over_goes_without_its_product()
    {
        ComplaintStatus[] desks = [.. Enum.GetValues<ComplaintStatus>().Where(s => s.Type() == StatusType.Open)];
        var bare = ComplaintWorkflow.Table.Moves
            .Where(m => desks.Contains(m.From) && desks.Contains(m.To) && m.Verb != ComplaintWorkflow.TakeOver && m.Requires.Length == 0);
        // It asks for a product, and leaves none: the visit that it asks for is the next arrow's.
        Assert.Equal(["send_to_field"], bare.Select(m => m.Verb));
    }

    [Fact]
    public void A_referral_can_come_to_every_status_but_those_that_are_named() =>
        Assert.Equal(ReferralsWaitFor, Unreached(ReferralWorkflow.Table, ReferralStatus.Sent));

    [Fact]
    public void A_status_without_a_move_is_found() =>
        Assert.Equal(
            [ComplaintStatus.Answered],
            Unreached(new Workflow<ComplaintStatus>([.. ComplaintWorkflow.Table.Moves.Where(m => m.To != ComplaintStatus.Answered)]), ComplaintStatus.Received));

    [Fact]
    public void A_referrals_move_gives_whatever_its_complaints_move_requires()
    {
        foreach (var row in ReferralWorkflow.Table.Moves)
        {
            // Arrange
            var given = row.Requires.Aggregate(new Given(Provenance.Job("test", DateTime.UnixEpoch)), (g, r) => g.With(r, "ada"));

            // Act
            var passedOn = ReferralWorkflow.ToComplaint(given);
            var missing = ComplaintWorkflow.Table.Moves.Where(m => m.Verb == ReferralWorkflow.ComplaintVerbs[row.Verb])
                .SelectMany(m => m.Requires.Where(r => passedOn[r] is null).Select(r => $"{row.Verb}: {m.Verb} requires {r}"));

            // Assert
            Assert.Empty(missing);
        }
    }

    private static List<TStatus> Stuck<TStatus>(Workflow<TStatus> table, Func<TStatus, bool> hasEnded)
        where TStatus : struct, Enum =>
        [.. Enum.GetValues<TStatus>().Where(s => !hasEnded(s) && !Enum.GetValues<TStatus>().Where(hasEnded).Except(Unreached(table, s)).Any())];

    private static List<TStatus> Unreached<TStatus>(Workflow<TStatus> table, TStatus first)
        where TStatus : struct, Enum
    {
        var (reached, next) = (new HashSet<TStatus> { first }, new Queue<TStatus>([first]));
        while (next.TryDequeue(out var from))
        {
            foreach (var to in table.From(from).Select(m => m.To).Where(reached.Add))
            {
                next.Enqueue(to);
            }
        }

        return [.. Enum.GetValues<TStatus>().Where(s => !reached.Contains(s))];
    }
}
