using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Complaints.Moves;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Complaints.Changes;

/// <param name="Version">The version that the staff member saw.</param>
/// <param name="Note">Why, for colleagues.</param>
/// <param name="NoteId">Made with the form, so that a double press keeps one note.</param>
public sealed record RecategoriseInput(Guid ComplaintId, int Version, string? CategoryCode, bool IsSensitive, Concern? Concerns, string? Note, Guid NoteId)
{
    /// <summary>Null for a code that is not chosen from.</summary>
    public ComplaintCategory? Category => ComplaintCategory.All.FirstOrDefault(c => c.Code == CategoryCode && !c.IsEmpty);

    public IEnumerable<Refusal> Problems()
    {
        if (Category is null)
        {
            yield return new Refusal("unknown_category", "category");
        }
        else if (Concerns is not null && !Category.IsAboutOfficial)
        {
            yield return new Refusal("category_about_nobody", "concerns");
        }

        if (string.IsNullOrWhiteSpace(Note))
        {
            yield return new Refusal("required", "note");
        }
        else if (Note.Length > MoveComplaintInput.LongestText)
        {
            yield return new Refusal("too_long", "note");
        }
    }
}

/// <summary>
/// Staff say that a complaint is about something else, is delicate, or is about one of ours. What it was lodged as stays beside it.
/// All that hangs on it follows; whoever may not see it any more has it no longer. A day that the new category brings forward is
/// promised, a later one never.
/// </summary>
public sealed class RecategoriseComplaint(
    SlrtDbContext db, FieldCipher cipher, MoveTerms terms, LayDown layDown, AuditTrail audit, DomainEvents events)
{
    public async Task<Outcome<Complaint>> DoAsync(RecategoriseInput input, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var complaint = await db.Complaints.VisibleTo(actor).SingleOrDefaultAsync(c => c.Id == input.ComplaintId, cancellationToken);
        if (complaint is null)
        {
            return Refusal.NotFound();
        }

        if (!actor.MayDo(Permission.ReceiveComplaints, complaint))
        {
            return Refusal.Forbidden();
        }

        if (await db.ComplaintNotes.AnyAsync(n => n.Id == input.NoteId, cancellationToken))
        {
            return complaint;
        }

        if (complaint.Version != input.Version)
        {
            return Refusal.Conflict("stale");
        }

        if (input.Problems().ToList() is { Count: > 0 } problems)
        {
            return problems;
        }

        var category = terms.Categories.Get(input.Category!.Code);
        var isSensitive = input.IsSensitive || category.IsSensitive || input.Concerns is not null;
        if ((complaint.CategoryCode, complaint.IsSensitive, complaint.Concerns) == (category.Code, isSensitive, input.Concerns))
        {
            return new Refusal("category_as_before", "category");
        }

        await ApplyAsync(complaint, category, isSensitive, input, actor, by, cancellationToken);
        return complaint;
    }

    private async Task ApplyAsync(
        Complaint complaint, ComplaintCategory category, bool isSensitive, RecategoriseInput input, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var (from, before) = (complaint.CategoryCode, ComplaintKey.Of(complaint));
        audit.Record(by, "complaint.recategorised", "complaint", complaint.Id, new
        {
            from,
            to = category.Code,
            sensitive_from = complaint.IsSensitive,
            sensitive_to = isSensitive,
            concerns_from = complaint.Concerns is { } was ? Codes.Of(was) : null,
            concerns_to = input.Concerns is { } now ? Codes.Of(now) : null,
            note = input.NoteId,
        });
        db.Add(ComplaintNote.Of(complaint.Id, input.NoteId, input.Note!.Trim(), actor, by, cipher));
        db.Add(new CategoryRevision
        {
            Id = SequentialId.Next(by.At),
            ComplaintId = complaint.Id,
            FromCode = from,
            ToCode = category.Code,
            WasSensitive = complaint.IsSensitive,
            IsSensitive = isSensitive,
            NoteId = input.NoteId,
            StaffId = actor.StaffId,
            At = by.At,
        });
        complaint.Recategorise(category, isSensitive, input.Concerns);
        await HastenAsync(complaint, by, cancellationToken);
        await layDown.UnlessAsync(complaint, holder => holder.MayHold(complaint), by, cancellationToken);
        events.Raise(new ComplaintRecategorised(ComplaintKey.Of(complaint), before, from, category.Code, by));
    }

    private async Task HastenAsync(Complaint complaint, Provenance by, CancellationToken cancellationToken)
    {
        var before = await db.PromiseSegments.AsNoTracking().Where(s => s.ComplaintId == complaint.Id)
            .OrderBy(s => s.FromAt).ThenBy(s => s.Id).ToListAsync(cancellationToken);
        if (complaint.Hasten(before, by.At, terms) is { } segment)
        {
            db.Add(segment);
        }
    }
}
