using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Complaints.Queue;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Proposals;

/// <summary>One step, for showing.</summary>
/// <param name="By">Name; empty for what no member of staff did.</param>
public sealed record ProposalStep(string Verb, ProposalStatus To, string? Reason, string? Words, Guid? PaperId, string By, DateTime At);

/// <summary>A proposal as it is shown.</summary>
/// <param name="Values">In the order in which they are asked.</param>
public sealed record ProposalSheet(Proposal Proposal, string Reference, IReadOnlyList<(ProposalField Field, string Value)> Values, string ProposedBy, IReadOnlyList<ProposalStep> Steps)
{
    public string? this[string field] => Values.Where(v => v.Field.Code == field).Select(v => v.Value).FirstOrDefault();

    public bool MayWithdraw { get; init; }
}

/// <summary>A line of the list of proposals.</summary>
public sealed record ProposalRow(Guid Id, ProposalKind Kind, ProposalPath Path, ProposalStatus Status, string Reference, string? Name, string VillageCode, DateTime ProposedAt, DateOnly Cycle);

public sealed record ProposalPage(IReadOnlyList<Unseen<ProposalRow>> Rows, bool HasMore);

public static class ProposalScope
{
    /// <summary>Proposals because of complaints that the person may see.</summary>
    public static IQueryable<Proposal> VisibleTo(this IQueryable<Proposal> proposals, StaffScope scope) => proposals.Where(Sight.Of(scope).Condition<Proposal>());
}

/// <summary>Proposals, for those who may see their complaints.</summary>
public sealed class ProposalQueries(SlrtDbContext db, FieldCipher cipher)
{
    public const int PageSize = 50;
    public const int LastPage = 40;

    /// <summary>Those of one status, oldest first.</summary>
    public async Task<ProposalPage> PageAsync(ProposalStatus status, StaffScope scope, int page, CancellationToken cancellationToken)
    {
        page = Math.Clamp(page, 1, LastPage);
        var found = await db.Proposals.AsNoTracking().VisibleTo(scope).Where(p => p.Status == status)
            .OrderBy(p => p.Id).Skip((page - 1) * PageSize).Take(PageSize + 1)
            .Join(db.Complaints, p => p.ComplaintId, c => c.Id, (p, c) => new { Proposal = p, c.Reference }).ToListAsync(cancellationToken);
        return new ProposalPage(
            [
                .. found.OrderBy(f => f.Proposal.Id).Take(PageSize).Select(f => new Unseen<ProposalRow>(
                    new ProposalRow(
                        f.Proposal.Id, f.Proposal.Kind, f.Proposal.Path, f.Proposal.Status, f.Reference, Of(f.Proposal, ProposalFields.Name), f.Proposal.VillageCode,
                        f.Proposal.ProposedAt, f.Proposal.Cycle),
                    new View("proposal.viewed", "proposal", f.Proposal.Id))),
            ],
            found.Count > PageSize && page < LastPage);
    }

    /// <summary>How many lie in each status; at most <see cref="QueueQueries.CountLimit"/> are counted.</summary>
    public Task<int> CountAsync(ProposalStatus status, StaffScope scope, CancellationToken cancellationToken) =>
        db.Proposals.VisibleTo(scope).Where(p => p.Status == status).Take(QueueQueries.CountLimit).CountAsync(cancellationToken);

    /// <summary>Of one complaint, oldest first: for whoever is shown the complaint.</summary>
    public async Task<IReadOnlyList<Proposal>> OfComplaintAsync(Guid complaintId, StaffScope scope, CancellationToken cancellationToken) =>
        await db.Proposals.AsNoTracking().VisibleTo(scope).Where(p => p.ComplaintId == complaintId).OrderBy(p => p.Id).ToListAsync(cancellationToken);

    /// <returns>Null for a miss and for one outside the reader's areas alike.</returns>
    public async Task<Unseen<ProposalSheet>?> FindAsync(Guid id, StaffScope scope, CancellationToken cancellationToken)
    {
        if (await db.Proposals.AsNoTracking().VisibleTo(scope).SingleOrDefaultAsync(p => p.Id == id, cancellationToken) is not { } proposal)
        {
            return null;
        }

        var complaint = await db.Complaints.AsNoTracking().SingleAsync(c => c.Id == proposal.ComplaintId, cancellationToken);
        var moves = await (
            from move in db.ProposalMoves.AsNoTracking()
            where move.ProposalId == id
            join staff in db.StaffMembers on move.ActorId equals staff.Id into makers
            from maker in makers.DefaultIfEmpty()
            orderby move.Id
            select new { move, Name = maker == null ? "" : maker.Name }).ToListAsync(cancellationToken);
        var by = await db.StaffMembers.Where(s => s.Id == proposal.ProposedBy).Select(s => s.Name).SingleOrDefaultAsync(cancellationToken);
        return new Unseen<ProposalSheet>(
            new ProposalSheet(
                proposal, complaint.Reference, proposal.Open(cipher), by ?? "",
                [.. moves.Select(m => new ProposalStep(
                    m.move.Verb, m.move.ToStatus, m.move.Reason, cipher.OpenOptional(m.move.Words, ProposalMove.Table, m.move.Id, "words"), m.move.PaperId, m.Name, m.move.At))])
            {
                MayWithdraw = scope.MayDo(Permission.AnalyseComplaints, complaint) && ProposalWorkflow.Table.Find(proposal.Status, ProposalWorkflow.Withdraw) is not null,
            },
            new View("proposal.viewed", "proposal", id));
    }

    private string? Of(Proposal proposal, string field) => proposal.Open(cipher).Where(v => v.Field.Code == field).Select(v => v.Value).FirstOrDefault();
}
