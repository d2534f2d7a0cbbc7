using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Queue;
using SlrtBot.Core.Numbers;
using SlrtBot.Core.Partners;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Referrals;

/// <param name="Running">Only those that still lie with the partner.</param>
/// <param name="DueBefore">Only those due before that day.</param>
public sealed record ReferralFilter(bool Running = false, ReferralStatus? Status = null, DateOnly? DueBefore = null, int Page = 1)
{
    public const int PageSize = 50;
    public const int LastPage = 40;
}

public sealed record ReferralRow(
    Guid Id, string Number, string Reference, string CategoryCode, string Partner, string VillageCode, ReferralStatus Status,
    DateOnly DueOn, DateTime SentAt);

public sealed record ReferralPage(IReadOnlyList<ReferralRow> Rows, bool HasMore);

/// <summary>One referral, opened for a staff member who may see it, with what the letter needs.</summary>
public sealed record ReferralSheet(
    Referral Referral, Partner Partner, string? Programme, string Request, string? Answer, string SentBy, string Reference,
    string CategoryCode, string? Person, string? Phone, string? Address)
{
    /// <summary>The resident has withdrawn the complaint while it lay with the partner, whom nobody has told yet.</summary>
    public bool IsWithdrawn { get; init; }
}

/// <summary>Referrals, inside the reader's areas.</summary>
public sealed class ReferralQueries(SlrtDbContext db, FieldCipher cipher)
{
    private static readonly ReferralStatus[] WithPartner =
        [.. Enum.GetValues<ReferralStatus>().Where(s => s.IsRunning())];

    public async Task<ReferralPage> PageAsync(ReferralFilter filter, StaffScope scope, CancellationToken cancellationToken)
    {
        var page = Math.Clamp(filter.Page, 1, ReferralFilter.LastPage);
        var rows = await Apply(filter, scope).OrderBy(r => r.DueOn).ThenBy(r => r.Id)
            .Skip((page - 1) * ReferralFilter.PageSize).Take(ReferralFilter.PageSize + 1)
            .Join(db.Complaints, r => r.ComplaintId, c => c.Id, (r, c) => new { Referral = r, c.Reference, c.CategoryCode })
            .Join(db.Partners, r => r.Referral.PartnerId, p => p.Id, (r, p) => new ReferralRow(
                r.Referral.Id, r.Referral.Number, r.Reference, r.CategoryCode, p.Name, r.Referral.VillageCode, r.Referral.Status,
                r.Referral.DueOn, r.Referral.SentAt))
            .ToListAsync(cancellationToken);
        var shown = rows.OrderBy(r => r.DueOn).ThenBy(r => r.Id).Take(ReferralFilter.PageSize);
        return new ReferralPage([.. shown], rows.Count > ReferralFilter.PageSize);
    }

    /// <returns>At most <see cref="QueueQueries.CountLimit"/>.</returns>
    public Task<int> CountAsync(ReferralFilter filter, StaffScope scope, CancellationToken cancellationToken) =>
        Apply(filter, scope).Take(QueueQueries.CountLimit).CountAsync(cancellationToken);

    public Task<List<ReferralRow>> OfComplaintAsync(Guid complaintId, StaffScope scope, CancellationToken cancellationToken) =>
        db.Referrals.VisibleTo(scope).Where(r => r.ComplaintId == complaintId).OrderBy(r => r.Id)
            .Join(db.Complaints, r => r.ComplaintId, c => c.Id, (r, c) => new { Referral = r, c.Reference, c.CategoryCode })
            .Join(db.Partners, r => r.Referral.PartnerId, p => p.Id, (r, p) => new ReferralRow(
                r.Referral.Id, r.Referral.Number, r.Reference, r.CategoryCode, p.Name, r.Referral.VillageCode, r.Referral.Status,
                r.Referral.DueOn, r.Referral.SentAt))
            .ToListAsync(cancellationToken);

    /// <returns>Null for a miss and for a referral outside the reader's areas alike.</returns>
    public async Task<Unseen<ReferralSheet>?> FindAsync(string number, StaffScope scope, CancellationToken cancellationToken)
    {
        var referral = await db.Referrals.AsNoTracking().VisibleTo(scope).SingleOrDefaultAsync(r => r.Number == number, cancellationToken);
        if (referral is null)
        {
            return null;
        }

        var complaint = await db.Complaints.AsNoTracking().SingleAsync(c => c.Id == referral.ComplaintId, cancellationToken);
        var partner = await db.Partners.AsNoTracking().SingleAsync(p => p.Id == referral.PartnerId, cancellationToken);
        var programme = await db.Programmes.Where(p => p.Code == referral.ProgrammeCode).Select(p => p.Name)
            .SingleOrDefaultAsync(cancellationToken);
        var sentBy = await db.StaffMembers.Where(s => s.Id == referral.SentBy).Select(s => s.Name).SingleAsync(cancellationToken);
        var sheet = new ReferralSheet(
            referral, partner, programme,
            cipher.Open(referral.Request, Referral.Table, referral.Id, "request"),
            cipher.OpenOptional(referral.Answer, Referral.Table, referral.Id, "answer"),
            sentBy, complaint.Reference, complaint.CategoryCode,
            Open(complaint.SubjectName, complaint, "subject_name") ?? Open(complaint.ReporterName, complaint, "reporter_name"),
            PhoneNumber.Readable(Open(complaint.Phone, complaint, "phone")),
            Open(complaint.Address, complaint, "address"))
        {
            IsWithdrawn = complaint.Status == ComplaintStatus.Withdrawn && referral.Status.IsRunning(),
        };
        return new Unseen<ReferralSheet>(sheet, new View("complaint.viewed", "complaint", complaint.Id));
    }

    private string? Open(Sealed? value, Complaint complaint, string column) =>
        cipher.OpenOptional(value, Complaint.Table, complaint.Id, column);

    private IQueryable<Referral> Apply(ReferralFilter filter, StaffScope scope)
    {
        var found = db.Referrals.AsNoTracking().VisibleTo(scope);
        found = filter.Running ? found.Where(r => WithPartner.Contains(r.Status)) : found;
        found = filter.Status is { } status ? found.Where(r => r.Status == status) : found;
        return filter.DueBefore is { } day ? found.Where(r => r.DueOn < day) : found;
    }
}
