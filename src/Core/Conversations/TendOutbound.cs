using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Conversations;

/// <summary>
/// A person decides about a message that failed or whose fate is unknown: it is sent again, or left. Sending again what
/// is unknown may deliver it twice; nobody but a person may choose that.
/// </summary>
public sealed class TendOutbound(MessageScope messages, AuditTrail audit, DomainEvents events)
{
    /// <param name="again">True to send it again, false to leave it.</param>
    public async Task<Outcome<Done>> DoAsync(Guid messageId, bool again, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var message = await messages.Outbound(actor, Permission.TendMessages).SingleOrDefaultAsync(m => m.Id == messageId, cancellationToken);
        if (message is null)
        {
            return Refusal.NotFound();
        }

        if (message.State is not (OutboundState.Failed or OutboundState.Unknown))
        {
            return Refusal.Conflict("already_done");
        }

        var before = message.State;
        message.State = again ? OutboundState.Due : OutboundState.Cancelled;
        message.NotBefore = null;
        message.ErrorCode = again ? null : message.ErrorCode;
        audit.Record(by, again ? "message.sent_again" : "message.left", "outbound_message", message.Id, new { from = Codes.Of(before) });
        if (again)
        {
            events.Raise(new OutboundEnqueued(message.ConversationId, message.Channel));
        }

        return default(Done);
    }
}
