using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Staff;

public sealed record ChatCodeWanted(Guid StaffId);

/// <summary>A code that links a chat to the account; a new one makes an older one worthless.</summary>
public sealed class GiveChatCode(SlrtDbContext db, BlindIndex blind, AuditTrail audit)
{
    /// <returns>The code, which is shown once and stored nowhere.</returns>
    public async Task<Outcome<string>> DoAsync(ChatCodeWanted input, Provenance by, CancellationToken cancellationToken)
    {
        var staff = await db.StaffMembers.SingleOrDefaultAsync(s => s.Id == input.StaffId, cancellationToken);
        if (staff is null or { IsActive: false })
        {
            return Refusal.NotFound();
        }

        var code = ChatCode.New();
        staff.ChatCodeHash = ChatCode.Hash(blind, code);
        staff.ChatCodeExpires = by.At + ChatCode.Life;
        audit.Record(by, "staff.chat_code_given", "staff_member", staff.Id);
        return code;
    }
}
