using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Conversations;

/// <summary>Whoever knows the code of an account links the chat with it: the code was shown to who had signed in.</summary>
public sealed class LinkStaffChat(SlrtDbContext db, BlindIndex blind, AuditTrail audit)
{
    /// <param name="conversation">Tracked, and of one person.</param>
    /// <param name="code">As <see cref="ChatCode.Read"/> returns it; null where nothing of the kind was typed.</param>
    /// <returns>Refused alike for a code that never was, has been used, or is too old.</returns>
    public async Task<Outcome<StaffMember>> DoAsync(Conversation conversation, string? code, Provenance by, CancellationToken cancellationToken)
    {
        var hash = code is null ? null : ChatCode.Hash(blind, code);
        var staff = hash is null ? null : await db.StaffMembers.SingleOrDefaultAsync(s => s.ChatCodeHash == hash, cancellationToken);
        if (staff is not { IsActive: true } || staff.ChatCodeExpires <= by.At)
        {
            return new Refusal("chat_code_wrong", "code");
        }

        staff.ChatCodeHash = null;
        staff.ChatCodeExpires = null;
        var before = await db.StaffChats.SingleOrDefaultAsync(
            c => c.ConversationId == conversation.Id && c.UnlinkedAt == null, cancellationToken);
        if (before?.StaffId == staff.Id)
        {
            return staff;
        }

        if (before is not null)
        {
            before.UnlinkedAt = by.At;
            before.UnlinkedBy = StaffChatEnd.Replaced;
            audit.Record(by, "staff.chat_unlinked", "staff_member", before.StaffId, new { conversation = conversation.Id, end = Codes.Of(StaffChatEnd.Replaced) });
        }

        db.Add(new StaffChat { Id = SequentialId.Next(by.At), StaffId = staff.Id, ConversationId = conversation.Id, LinkedAt = by.At });
        audit.Record(by, "staff.chat_linked", "staff_member", staff.Id, new { conversation = conversation.Id });
        return staff;
    }
}
