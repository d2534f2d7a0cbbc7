using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Complaints.Moves;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Complaints.Changes;

/// <summary>
/// The resident wants a complaint to be left alone. A referral that is under way stays with its partner, where staff see
/// it: nobody else can tell the partner.
/// </summary>
public sealed class WithdrawComplaint(ChatWall wall, ApplyMove moves)
{
    public const string Verb = ComplaintWorkflow.Withdraw;
    public const string Afraid = "afraid";

    /// <summary>Why; labels are <c>reason.{code}</c>.</summary>
    public static IReadOnlyList<string> Reasons { get; } = ["helped", "not_needed", Afraid, "another"];

    /// <summary>Where the workflow allows it.</summary>
    public static bool IsOpenTo(Complaint complaint) => ComplaintWorkflow.Table.Find(complaint.Status, Verb) is not null;

    /// <param name="reason">One of <see cref="Reasons"/>, or null.</param>
    /// <returns>Refused with <c>only_hears</c>, <c>unknown_reason</c> or <c>no_such_move</c>.</returns>
    public async Task<Outcome<Complaint>> DoAsync(Guid complaintId, string? reason, Provenance by, CancellationToken cancellationToken)
    {
        if (reason is not null && !Reasons.Contains(reason))
        {
            return new Refusal("unknown_reason", "reason");
        }

        var spoken = await wall.SpokenForAsync(complaintId, by, cancellationToken);
        return spoken.Succeeded ? await moves.ApplyAsync(spoken.Value, Verb, new Given(by).With(ComplaintWorkflow.Reason, reason), cancellationToken) : spoken;
    }
}
