using System.Text.Json.Serialization;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Notifications;

namespace SlrtBot.Core.Persistence;

/// <summary>A complaint changed in another process; what about it, its rows say.</summary>
public sealed record ComplaintChanged(ComplaintKey Complaint) : IComplaintEvent;

/// <summary>
/// What crosses from one process to another of an event that was committed: ids and codes, never words. Events that
/// nobody in another process waits for do not cross.
/// </summary>
internal sealed record RelayedEvent(string Kind, Guid Id = default, Guid? ComplaintId = null, string? Code = null, ComplaintKey? Complaint = null)
{
    /// <returns>Null for what stays in its process.</returns>
    public static RelayedEvent? Of(object happened) => happened switch
    {
        InboundAccepted accepted => new("inbound", Code: Convert.ToHexString(accepted.AddressIndex)),
        TurnTaken taken => new("turn", taken.ConversationId, Code: taken.UpdateKey),
        OutboundEnqueued enqueued => new("outbound", enqueued.ConversationId, Code: enqueued.Channel),
        MessageDelivered delivered => new("delivered", delivered.ConversationId, delivered.ComplaintId),
        IComplaintEvent about => new("complaint", Complaint: about.Complaint),
        _ => null,
    };

    /// <returns>Null for what a newer release sent.</returns>
    public object? ToEvent() => this switch
    {
        { Kind: "inbound", Code: { } lane } => new InboundAccepted(Convert.FromHexString(lane)),
        { Kind: "turn", Code: { } key } => new TurnTaken(Id, key),
        { Kind: "outbound", Code: { } channel } => new OutboundEnqueued(Id, channel),
        { Kind: "delivered" } => new MessageDelivered(Id, ComplaintId),
        { Kind: "complaint", Complaint: { } complaint } => new ComplaintChanged(complaint),
        _ => null,
    };
}

/// <param name="From">The process that committed it: it need not hear itself.</param>
internal sealed record RelayedEvents(string From, IReadOnlyList<RelayedEvent> Events);

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(RelayedEvents))]
internal sealed partial class RelayJson : JsonSerializerContext;
