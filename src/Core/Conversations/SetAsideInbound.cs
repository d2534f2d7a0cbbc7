using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Conversations;

/// <summary>A parked message is closed by a person, who says why; its payload is forgotten like any other's.</summary>
public sealed class SetAsideInbound(MessageScope messages, FieldCipher cipher, AuditTrail audit)
{
    public const int LongestNote = 500;

    public async Task<Outcome<Done>> DoAsync(Guid messageId, string? note, StaffScope actor, Provenance by, CancellationToken cancellationToken)
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

        if (string.IsNullOrWhiteSpace(note) || note.Length > LongestNote)
        {
            return new Refusal(string.IsNullOrWhiteSpace(note) ? "required" : "too_long", "note");
        }

        message.State = InboundState.SetAside;
        message.HandledAt = by.At;
        message.Note = cipher.Seal(note.Trim(), InboundMessage.Table, message.Id, "note");
        audit.Record(by, "message.set_aside", "inbound_message", message.Id);
        return default(Done);
    }
}
