using SlrtBot.Core.Complaints;
using SlrtBot.Core.Notifications;
using SlrtBot.Core.Talks;

namespace SlrtBot.Console.Live;

/// <summary>Something about which open pages should look again.</summary>
/// <param name="Page">Name of the event for the page of that one record.</param>
/// <param name="List">Name of the event for lists that may hold it.</param>
/// <param name="Key">Null where the event does not say where the record lies: then only its own page is told.</param>
public sealed record LiveChange(string Page, string List, ComplaintKey? Key)
{
    private const string Queue = "queue-changed";

    /// <returns>Nothing for events that change nothing on a page.</returns>
    public static IEnumerable<LiveChange> Of(object happened) => happened switch
    {
        // Those of the place where it lay no longer see it, and their lists are to say so.
        ComplaintPlaced placed =>
        [
            new($"complaint-{placed.Complaint.Id:N}", Queue, placed.Complaint), new($"complaint-{placed.Complaint.Id:N}", Queue, placed.Before),
        ],
        ComplaintRecategorised changed =>
        [
            new($"complaint-{changed.Complaint.Id:N}", Queue, changed.Complaint), new($"complaint-{changed.Complaint.Id:N}", Queue, changed.Before),
        ],
        IComplaintEvent about => [new($"complaint-{about.Complaint.Id:N}", Queue, about.Complaint)],
        TalkChanged about => [new($"conversation-{about.ConversationId:N}", "conversations-changed", about.Where)],
        MessageDelivered delivered =>
        [
            new($"conversation-{delivered.ConversationId:N}", Queue, null),
            .. delivered.ComplaintId is { } id ? new[] { new LiveChange($"complaint-{id:N}", Queue, null) } : [],
        ],
        _ => [],
    };
}
