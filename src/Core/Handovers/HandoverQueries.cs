using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.SignedLinks;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Handovers;

/// <summary>One line of a complaint's hand-overs.</summary>
public sealed record HandoverRow(
    Guid Id, HandoverDesk FromDesk, HandoverDesk ToDesk, string Reason, HandoverStatus Status, bool IsRunning, DateTime SentAt, DateOnly DueOn);

/// <summary>One hand-over, opened for a member of staff who may see it.</summary>
/// <param name="Sender">Null where the clock or the resident's wish sent it.</param>
/// <param name="Link">The last one that was made; null where people of ours work at the desk.</param>
/// <param name="IsOpenTask">Whether what came back still waits for its sender.</param>
public sealed record HandoverSheet(
    Handover Handover, string Reference, string CategoryCode, string VillageCode, string? Request, string? Answer, string? AnsweredBy, string? Sender,
    string? Acceptor, SignedLink? Link, bool IsOpenTask)
{
    public bool IsReceiver { get; init; }

    public bool IsSender { get; init; }

    /// <summary>Whether the reader may open the complaint itself.</summary>
    public bool MayOpen { get; init; }
}

/// <summary>What an office outside reads: no name, no story, no place closer than the sub-district.</summary>
public sealed record LinkedHandover(Handover Handover, string CategoryCode, string? Request, string? Answer, SignedLink Link);

/// <summary>Hand-overs, for those whom they concern.</summary>
public sealed class HandoverQueries(SlrtDbContext db, LinkBook links, FieldCipher cipher)
{
    public Task<List<HandoverRow>> OfComplaintAsync(Guid complaintId, StaffScope scope, CancellationToken cancellationToken) =>
        db.Handovers.VisibleTo(scope).Where(h => h.ComplaintId == complaintId).OrderBy(h => h.Id)
            .Select(h => new HandoverRow(h.Id, h.FromDesk, h.ToDesk, h.Reason, h.Status, h.IsRunning, h.SentAt, h.DueOn)).ToListAsync(cancellationToken);

    /// <returns>Null for a miss and for one outside the reader's areas alike.</returns>
    public async Task<Unseen<HandoverSheet>?> FindAsync(Guid id, StaffScope scope, CancellationToken cancellationToken)
    {
        if (await db.Handovers.AsNoTracking().VisibleTo(scope).SingleOrDefaultAsync(h => h.Id == id, cancellationToken) is not { } handover)
        {
            return null;
        }

        var complaint = await db.Complaints.AsNoTracking().SingleAsync(c => c.Id == handover.ComplaintId, cancellationToken);
        var link = await db.SignedLinks.AsNoTracking().Where(l => l.ThingId == id).OrderByDescending(l => l.Id).FirstOrDefaultAsync(cancellationToken);
        var sheet = new HandoverSheet(
            handover, complaint.Reference, complaint.CategoryCode, complaint.VillageCode, Open(handover, handover.Request, "request"),
            Open(handover, handover.Answer, "answer"), Open(handover, handover.AnsweredBy, "answered_by"),
            await NameAsync(handover.FromStaffId, cancellationToken), await NameAsync(handover.AcceptedBy, cancellationToken), link,
            await db.WorkTasks.AnyAsync(t => t.Id == id, cancellationToken))
        {
            IsReceiver = scope.Receives(handover),
            IsSender = scope.Sends(handover.FromDesk, complaint),
            MayOpen = scope.Covers(complaint),
        };
        return new Unseen<HandoverSheet>(sheet, new View("complaint_handover.viewed", "handover", handover.Id));
    }

    /// <returns>Null for a secret that is unknown; one that no longer serves is found, and says so.</returns>
    public async Task<LinkedHandover?> ByLinkAsync(string secret, CancellationToken cancellationToken)
    {
        if (await links.FindAsync(LinkPurpose.Handover, secret, cancellationToken) is not { } link
            || await db.Handovers.AsNoTracking().SingleOrDefaultAsync(h => h.Id == link.ThingId, cancellationToken) is not { } handover)
        {
            return null;
        }

        var category = await db.Complaints.Where(c => c.Id == handover.ComplaintId).Select(c => c.CategoryCode).SingleAsync(cancellationToken);
        return new LinkedHandover(handover, category, Open(handover, handover.Request, "request"), Open(handover, handover.Answer, "answer"), link);
    }

    private string? Open(Handover handover, Sealed? value, string column) => cipher.OpenOptional(value, Handover.Table, handover.Id, column);

    private Task<string?> NameAsync(Guid? staffId, CancellationToken cancellationToken) => staffId is null
        ? Task.FromResult<string?>(null)
        : db.StaffMembers.Where(s => s.Id == staffId).Select(s => s.Name).SingleOrDefaultAsync(cancellationToken);
}
