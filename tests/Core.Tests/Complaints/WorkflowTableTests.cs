using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Referrals;
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
