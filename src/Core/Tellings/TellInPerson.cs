using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Complaints.Moves;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Tellings;

/// <param name="Words">What is to be told, where no status says it.</param>
public sealed record TellInPersonInput(Guid ComplaintId, string? Words);

/// <summary>Staff find news too delicate for a chat that others may read: somebody carries them.</summary>
public sealed class TellInPerson(SlrtDbContext db, AskToTell ask)
{
    public async Task<Outcome<Complaint>> DoAsync(TellInPersonInput input, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var complaint = await db.Complaints.VisibleTo(actor).SingleOrDefaultAsync(c => c.Id == input.ComplaintId, cancellationToken);
        if (complaint is null)
        {
            return Refusal.NotFound();
        }

        if (!actor.MayDo(Permission.WriteToResidents, complaint))
        {
            return Refusal.Forbidden();
        }

        if (string.IsNullOrWhiteSpace(input.Words))
        {
            return new Refusal("required", "words");
        }

        if (input.Words.Length > MoveComplaintInput.LongestText)
        {
            return new Refusal("too_long", "words");
        }

        await ask.AskAsync(complaint, TellingReason.Delicate, input.Words.Trim(), by, cancellationToken);
        return complaint;
    }
}
