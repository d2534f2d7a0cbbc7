using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Conversations;

/// <summary>A parked message gets its turn once more, with all its tries.</summary>
public sealed class RetryInbound(MessageScope messages, AuditTrail audit, DomainEvents events)
{
    public async Task<Outcome<Done>> DoAsync(Guid messageId, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var message = await messages.Inbound(actor, Permission.TendMessages).SingleOrDefaultAsync(m => m.Id == messageId, cancellationToken);
        if (message is null)
        {
            return Refusal.NotFound();
        }

        if (message.State != InboundState.Parked)
        {
            return Refusal.Conflict("already_done");
        }

        if (message.Payload is null)
        {
            return Refusal.Conflict("message_forgotten");
        }

        message.State = InboundState.New;
        message.Tries = 0;
        message.NotBefore = null;
        message.HandledAt = null;
        audit.Record(by, "message.tried_again", "inbound_message", message.Id);
        events.Raise(new InboundAccepted(message.AddressIndex));
        return default(Done);
    }
}
