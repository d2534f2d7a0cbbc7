using SlrtBot.Core.Complaints;
using SlrtBot.Core.Notifications;

namespace SlrtBot.Console.Live;

/// <summary>A complaint about which an open page should look again.</summary>
/// <param name="Key">Null where the event does not say where the complaint lies: then only its own page is told.</param>
public sealed record LiveChange(Guid ComplaintId, ComplaintKey? Key)
{
    /// <returns>Null for events that change nothing on a page.</returns>
    public static LiveChange? Of(object happened) => happened switch
    {
        IComplaintEvent about => new(about.Complaint.Id, about.Complaint),
        MessageDelivered { ComplaintId: { } id } => new(id, null),
        _ => null,
    };
}
