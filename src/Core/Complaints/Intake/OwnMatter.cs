using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Language;
using SlrtBot.Core.Numbers;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Complaints.Intake;

/// <summary>
/// Whether somebody at the desk is about to register themselves, as far as the system can know: their own full name, or a phone
/// or NIK that they gave as residents in a chat which is linked to their account. A colleague has to do it.
/// </summary>
public sealed class OwnMatter(SlrtDbContext db, BlindIndex blind)
{
    /// <summary>One name is shared by too many people to lock anybody out.</summary>
    private const int FewestParts = 2;

    /// <returns>The field that gives it away, as <see cref="RegisterComplaintInput"/> calls it; null where none does.</returns>
    public async Task<string?> FieldOfAsync(RegisterComplaintInput input, StaffScope actor, CancellationToken cancellationToken)
    {
        if (IsOwnName(input.Name, actor))
        {
            return nameof(input.Name);
        }

        if (IsOwnName(input.SubjectName, actor))
        {
            return nameof(input.SubjectName);
        }

        var phone = PhoneNumber.TryParse(input.Phone, out var read) ? blind.Of(BlindIndex.Phone, read.E164) : null;
        var number = NationalId.Normalise(input.NationalId) is { Length: NationalId.Length } digits ? blind.Of(BlindIndex.Nik, digits) : null;
        if (phone is null && number is null)
        {
            return null;
        }

        var chats = db.StaffChats.Where(c => c.StaffId == actor.StaffId && c.UnlinkedAt == null).Select(c => (Guid?)c.ConversationId);
        var own = await db.Complaints.Where(c => chats.Contains(c.ConversationId) && c.Subject == Subject.Self && c.AssistedBy == null)
            .Select(c => new { Phone = c.PhoneIndex != null && c.PhoneIndex == phone, NationalId = c.NationalIdIndex != null && c.NationalIdIndex == number })
            .ToListAsync(cancellationToken);
        return own.Exists(c => c.NationalId) ? nameof(input.NationalId) : own.Exists(c => c.Phone) ? nameof(input.Phone) : null;
    }

    private static bool IsOwnName(string? name, StaffScope actor) =>
        TextFolding.Fold(name ?? "") is var folded && folded.Split(' ').Length >= FewestParts && folded == TextFolding.Fold(actor.Name);
}
