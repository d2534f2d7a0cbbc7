using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Complaints;

/// <summary>
/// The resident wants a complaint to be left alone. A referral that is under way stays with its partner, where staff see
/// it: nobody else can tell the partner.
/// </summary>
public sealed class WithdrawComplaint(SlrtDbContext db, RepresentativeQueries representatives, ApplyMove moves)
{
    public const string Verb = "withdraw";
    public const string Afraid = "afraid";

    /// <summary>Why; labels are <c>reason.{code}</c>.</summary>
    public static IReadOnlyList<string> Reasons { get; } = ["helped", "not_needed", Afraid, "another"];

    /// <summary>Where the workflow allows it.</summary>
    public static bool IsOpenTo(Complaint complaint) => ComplaintWorkflow.Table.Find(complaint.Status, Verb) is not null;

    /// <param name="reason">One of <see cref="Reasons"/>, or null.</param>
    /// <returns>Refused with <c>not_yours</c>, <c>unknown_reason</c> or <c>no_such_move</c>.</returns>
    public async Task<Outcome<Complaint>> DoAsync(Guid complaintId, string? reason, Provenance by, CancellationToken cancellationToken)
    {
        if (reason is not null && !Reasons.Contains(reason))
        {
            return new Refusal("unknown_reason", "reason");
        }

        var complaint = await db.Complaints.InChat(db, by.ActorId).SingleOrDefaultAsync(c => c.Id == complaintId, cancellationToken);
        if (complaint is null)
        {
            return Refusal.NotFound();
        }

        // Who only hears how far it has come did not file it and is not the one it is about.
        return await representatives.MayAnswerAsync(complaint, by.ActorId!.Value, cancellationToken)
            ? await moves.ApplyAsync(complaint, Verb, new Given(by).With(ComplaintWorkflow.Reason, reason), cancellationToken)
            : Refusal.Conflict("not_yours");
    }
}
