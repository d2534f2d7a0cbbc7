using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Changes;
using SlrtBot.Core.Complaints.Moves;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Tellings;

namespace SlrtBot.Core.Checks;

/// <param name="MessageId">Made with the form, so that a double press tells once.</param>
/// <param name="Text">The draft, as somebody has read and worded it.</param>
public sealed record TellRecheckInput(RecheckTarget Target, Guid MessageId, string? Text);

/// <summary>Somebody tells the resident what a new list says: in the chat, or where none takes it, by whoever goes there.</summary>
public sealed class TellRecheck(SlrtDbContext db, RecheckReach reach, WriteToResident write, AskToTell ask, AuditTrail audit)
{
    public async Task<Outcome<Recheck>> DoAsync(TellRecheckInput input, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var reached = await reach.FindAsync(input.Target, actor, r => r.MessageId == input.MessageId, cancellationToken);
        if (!reached.Succeeded || reached.Value.State == RecheckState.Told)
        {
            return reached;
        }

        if (string.IsNullOrWhiteSpace(input.Text))
        {
            return new Refusal("required", "text");
        }

        if (input.Text.Length > MoveComplaintInput.LongestText)
        {
            return new Refusal("too_long", "text");
        }

        var recheck = reached.Value;
        var complaint = await db.Complaints.SingleAsync(c => c.Id == recheck.ComplaintId, cancellationToken);
        var chat = await RecheckChat.OfAsync(db, complaint, cancellationToken);
        if (chat == RecheckRoute.Nobody)
        {
            return Refusal.Conflict("no_chat");
        }

        if (chat == RecheckRoute.Chat)
        {
            var written = await write.DoAsync(complaint.Id, input.MessageId, input.Text, actor, by, cancellationToken);
            if (!written.Succeeded)
            {
                return written.Refusals.ToList();
            }
        }
        else
        {
            await ask.AskAsync(complaint, complaint.ConversationId is null ? TellingReason.NoChat : TellingReason.DeadChat, input.Text.Trim(), by, cancellationToken);
        }

        recheck.Tell(input.MessageId, actor.StaffId, by.At);
        audit.Record(by, "registry.recheck_told", "complaint", complaint.Id, new { recheck = recheck.Id, by = Codes.Of(chat) });
        return recheck;
    }
}

/// <summary>How somebody hears of it; labels <c>recheck.route.{code}</c>.</summary>
public enum RecheckRoute
{
    Chat,

    /// <summary>No chat takes it: it becomes a task.</summary>
    InPerson,

    /// <summary>Nobody is known to tell it to.</summary>
    Nobody,
}

internal static class RecheckChat
{
    public static async Task<RecheckRoute> OfAsync(SlrtDbContext db, Complaint complaint, CancellationToken cancellationToken) =>
        complaint.ConversationId is { } id && await db.Conversations.AnyAsync(c => c.Id == id && c.Reachable && c.NoticesStoppedAt == null, cancellationToken) ? RecheckRoute.Chat
        : complaint.IsAnonymous ? RecheckRoute.Nobody
        : RecheckRoute.InPerson;
}
