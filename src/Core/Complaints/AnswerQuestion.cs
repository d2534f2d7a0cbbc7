using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Complaints;

/// <summary>
/// A resident's message belongs to a complaint that is already lodged: it joins the thread, and where staff were
/// waiting for an answer the complaint goes back to them.
/// </summary>
public sealed class AnswerQuestion(SlrtDbContext db, FieldCipher cipher, ApplyMove moves, AuditTrail audit, DomainEvents events)
{
    /// <param name="message">The message of the turn at hand.</param>
    /// <param name="numbers">16-digit numbers that were in its words, which have them masked.</param>
    public async Task<Outcome<Complaint>> DoAsync(
        Guid complaintId, InboundMessage message, Provenance by, CancellationToken cancellationToken, IReadOnlyList<string>? numbers = null)
    {
        var complaint = await db.Complaints.InChat(db, by.ActorId).SingleOrDefaultAsync(c => c.Id == complaintId, cancellationToken);
        if (complaint is null)
        {
            return Refusal.NotFound();
        }

        message.ComplaintId = complaint.Id;
        KeepNumbers(complaint, numbers ?? []);
        audit.Record(by, "resident.wrote", "complaint", complaint.Id);
        events.Raise(new ResidentWrote(ComplaintKey.Of(complaint)));
        return complaint.Status == ComplaintStatus.NeedsInformation
            ? moves.Apply(complaint, "resident_answers", by)
            : complaint;
    }

    private void KeepNumbers(Complaint complaint, IReadOnlyList<string> numbers)
    {
        if (numbers.Count > 0)
        {
            var before = cipher.OpenOptional(complaint.WrittenNumbers, "complaint", complaint.Id, "written_numbers")?.Split('\n') ?? [];
            complaint.WrittenNumbers = cipher.Seal(string.Join('\n', before.Union(numbers)), "complaint", complaint.Id, "written_numbers");
        }
    }
}
