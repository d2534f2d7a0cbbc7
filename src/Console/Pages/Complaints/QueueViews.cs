using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Queue;

namespace SlrtBot.Console.Pages.Complaints;

/// <summary>The views of the queue that everybody has, by the word in the address: <c>queue.view.{key}</c>.</summary>
public static class QueueViews
{
    public static IReadOnlyDictionary<string, Func<Guid, QueueFilter>> All { get; } = new Dictionary<string, Func<Guid, QueueFilter>>
    {
        ["open"] = _ => new() { Type = StatusType.Open },
        ["new"] = _ => new() { Status = ComplaintStatus.Received },
        ["overdue"] = _ => new() { Type = StatusType.Open, Overdue = true },
        ["at_risk"] = _ => new() { Type = StatusType.Open, AtRisk = true },
        ["raised"] = _ => new() { Type = StatusType.Open, Raised = true },
        ["mine"] = me => new() { Type = StatusType.Open, AssignedTo = me },
        ["resident"] = _ => new() { Status = ComplaintStatus.NeedsInformation },
        ["waiting"] = _ => new() { Type = StatusType.Waiting },
        ["not_received"] = _ => new() { Type = StatusType.Open, NotReceived = true },
        ["unconfirmed"] = _ => new() { Type = StatusType.Settled, Confirmation = Confirmation.Unconfirmed, Order = QueueOrder.Newest },
        ["unasked"] = _ => new() { Type = StatusType.Settled, Confirmation = Confirmation.Unasked, Order = QueueOrder.Newest },
        ["settled"] = _ => new() { Type = StatusType.Settled, Order = QueueOrder.Newest },
        ["all"] = _ => new() { Order = QueueOrder.Newest },
    };
}
