using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Complaints.Access;

/// <summary>In whose hands a complaint may be, and who may put it there: one rule for taking, laying down and giving.</summary>
public static class Holding
{
    /// <summary>Whether a complaint may be in this person's hands.</summary>
    public static bool MayHold(this StaffScope receiver, Complaint complaint) =>
        receiver.Covers(ComplaintKey.Of(complaint)) && receiver.MayDo(Permission.AssignComplaints, complaint);

    /// <param name="actor">Who is known to see it.</param>
    /// <param name="receiver">Null where it is laid down.</param>
    /// <param name="knowsHolder">Whether the actor decided on the complaint as it is now. A button that was drawn before a
    /// colleague took it must not take it away.</param>
    /// <returns>Null where it may change hands; else <c>forbidden</c>, <c>settled</c> or <c>taken_by_other</c>.</returns>
    public static Refusal? Problem(Complaint complaint, StaffScope actor, Guid? receiver, bool knowsHolder)
    {
        if (!actor.MayDo(Permission.AssignComplaints, complaint))
        {
            return Refusal.Forbidden();
        }

        if (complaint.StatusType == StatusType.Settled)
        {
            return Refusal.Conflict("settled");
        }

        return complaint.AssignedTo is not { } holder || holder == actor.StaffId || holder == receiver || (knowsHolder && MayTakeAway(actor, complaint))
            ? null
            : Refusal.Conflict("taken_by_other");
    }

    private static bool MayTakeAway(StaffScope actor, Complaint complaint) =>
        actor.MayDo(Permission.ApproveComplaints, complaint) || actor.MayDo(Permission.DecideComplaints, complaint);
}
