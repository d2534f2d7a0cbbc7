using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Language;
using SlrtBot.Core.Numbers;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Visits;

/// <summary>Visits, for those who may see their complaints.</summary>
public sealed class VisitQueries(SlrtDbContext db, VisitReach reach, VisitValues values, FieldCipher cipher)
{
    public const int Most = 60;

    /// <summary>What runs: planned for these days, and whatever its day is where a report waits or came back; by day.</summary>
    /// <param name="isThisWeek">Then what should have taken place before is in it, and what waits.</param>
    /// <param name="mine">Only where the reader goes.</param>
    public async Task<IReadOnlyList<Unseen<VisitCard>>> WeekAsync(
        DateOnly from, DateOnly to, bool isThisWeek, bool mine, StaffScope scope, CancellationToken cancellationToken)
    {
        var me = scope.StaffId;
        var found = await db.Visits.AsNoTracking().VisibleTo(scope).Where(v => v.IsRunning && (!mine || v.VisitorId == me))
            .Where(v => isThisWeek
                ? v.Status != VisitStatus.Planned || v.PlannedOn <= to
                : v.Status == VisitStatus.Planned && v.PlannedOn >= from && v.PlannedOn <= to)
            .OrderBy(v => v.PlannedOn).ThenBy(v => v.Id).Take(Most)
            .Join(db.Complaints, v => v.ComplaintId, c => c.Id, (v, c) => new { Visit = v, Complaint = c }).ToListAsync(cancellationToken);
        var names = await NamesAsync(found.Select(f => f.Visit.VisitorId), cancellationToken);
        var back = found.Where(f => f.Visit.Status == VisitStatus.Returned).Select(f => f.Visit.Id).ToList();
        var reasons = await db.VisitRounds.Where(r => back.Contains(r.VisitId) && r.Reasons != null).OrderBy(r => r.Round)
            .Select(r => new { r.VisitId, r.Reasons }).ToListAsync(cancellationToken);
        return
        [
            .. found.OrderBy(f => f.Visit.PlannedOn).ThenBy(f => f.Visit.Part).ThenBy(f => f.Visit.Id).Select(f => new Unseen<VisitCard>(
                new VisitCard(
                    f.Visit, f.Complaint.Reference, f.Complaint.CategoryCode, PersonOf(f.Complaint), Of(f.Complaint, f.Complaint.Address, "address"),
                    PhoneNumber.Readable(Of(f.Complaint, f.Complaint.Phone, "phone")), Name(names, f.Visit.VisitorId),
                    Codes(reasons.LastOrDefault(r => r.VisitId == f.Visit.Id)?.Reasons)),
                new View("complaint.viewed", "complaint", f.Complaint.Id))),
        ];
    }

    /// <summary>Of one complaint, oldest first: for whoever is shown the complaint.</summary>
    public async Task<IReadOnlyList<VisitRow>> OfComplaintAsync(Guid complaintId, StaffScope scope, CancellationToken cancellationToken)
    {
        var visits = await db.Visits.AsNoTracking().VisibleTo(scope).Where(v => v.ComplaintId == complaintId).OrderBy(v => v.Id).ToListAsync(cancellationToken);
        if (visits.Count == 0)
        {
            return [];
        }

        var ids = visits.Select(v => v.Id).ToList();
        var rounds = await db.VisitRounds.AsNoTracking().Where(r => ids.Contains(r.VisitId)).OrderBy(r => r.Round).ToListAsync(cancellationToken);
        var names = await NamesAsync(visits.Select(v => v.VisitorId).Concat(PeopleOf(rounds)), cancellationToken);
        return
        [
            .. visits.Select(v => (Visit: v, Rounds: rounds.FindAll(r => r.VisitId == v.Id))).Select(v => new VisitRow(
                v.Visit.Id, v.Visit.Status, v.Visit.PlannedOn, v.Visit.Part, Name(names, v.Visit.VisitorId), v.Visit.CannotAt, v.Rounds.LastOrDefault()?.Outcome,
                v.Visit.Outcome is not null, v.Visit.CancelReason, [.. v.Rounds.Where(r => r.IsApproved == false).Select(r => Open(r, names))])),
        ];
    }

    /// <summary>The one that runs; null where none does, or the reader may not see it.</summary>
    public Task<Guid?> RunningAsync(Guid complaintId, StaffScope scope, CancellationToken cancellationToken) =>
        db.Visits.VisibleTo(scope).Where(v => v.ComplaintId == complaintId && v.IsRunning).Select(v => (Guid?)v.Id).SingleOrDefaultAsync(cancellationToken);

    /// <inheritdoc cref="RunningAsync"/>
    public async Task<Guid?> RunningOfAsync(string reference, StaffScope scope, CancellationToken cancellationToken)
    {
        var complaint = await db.Complaints.VisibleTo(scope).Where(c => c.Reference == reference).Select(c => (Guid?)c.Id).SingleOrDefaultAsync(cancellationToken);
        return complaint is { } id ? await RunningAsync(id, scope, cancellationToken) : null;
    }

    /// <returns>Null for a miss and for one outside the reader's areas alike.</returns>
    public async Task<Unseen<VisitSheet>?> FindAsync(Guid id, StaffScope scope, CancellationToken cancellationToken)
    {
        if (await db.Visits.AsNoTracking().VisibleTo(scope).SingleOrDefaultAsync(v => v.Id == id, cancellationToken) is not { } visit)
        {
            return null;
        }

        var complaint = await db.Complaints.AsNoTracking().SingleAsync(c => c.Id == visit.ComplaintId, cancellationToken);
        var rows = await db.VisitValues.AsNoTracking().Where(v => v.VisitId == id).OrderBy(v => v.Round).ToListAsync(cancellationToken);
        var rounds = await db.VisitRounds.AsNoTracking().Where(r => r.VisitId == id).OrderBy(r => r.Round).ToListAsync(cancellationToken);
        var photos = await db.VisitPhotos.AsNoTracking().Where(p => p.VisitId == id)
            .Join(db.StoredFiles, p => p.Id, f => f.Id, (p, f) => new { Photo = p, f.Size }).OrderBy(p => p.Photo.Id).ToListAsync(cancellationToken);
        var names = await NamesAsync(
            [visit.VisitorId, .. rows.Select(r => r.NotedBy), .. PeopleOf(rounds), .. photos.Select(p => p.Photo.TakenBy)], cancellationToken);
        var sheet = new VisitSheet(
            visit, complaint.Reference, complaint.CategoryCode, complaint.Status, LinkDefanging.Of(cipher.Open(complaint.Story, Complaint.Table, complaint.Id, "story")),
            PersonOf(complaint), Of(complaint, complaint.Address, "address"), Of(complaint, complaint.Location, "location"),
            PhoneNumber.Readable(Of(complaint, complaint.Phone, "phone")), Name(names, visit.VisitorId), cipher.OpenOptional(visit.Note, Visit.Table, visit.Id, "note"))
        {
            Values = Noted(rows, names),
            Seen = VisitFields.Sections.ToDictionary(s => s, s => VisitSheet.SeenOf(s, rows)),
            Rounds = [.. rounds.Select(r => Open(r, names))],
            Photos =
            [
                .. photos.Select(p => new TakenPhoto(
                    p.Photo.Id, p.Photo.Round, p.Photo.Source, cipher.OpenOptional(p.Photo.Position, VisitPhoto.Table, p.Photo.Id, "position"), p.Photo.Accuracy,
                    Name(names, p.Photo.TakenBy), p.Photo.AddedAt, p.Size)),
            ],
            MayWrite = visit.IsOpen && scope.MayDo(Permission.VerifyComplaints, complaint),
            MayDecide = visit.Status == VisitStatus.Sent && scope.MayDo(Permission.ApproveComplaints, complaint),
            ComplaintVersion = complaint.Version,
            MayClose = CloseAfterVisit.IsOpenTo(visit.Status, visit.Outcome, complaint.Status) && scope.MayDo(Permission.AnalyseComplaints, complaint),
            IsOwn = (await reach.AuthorsAsync(id, cancellationToken)).Contains(scope.StaffId),
        };
        return new Unseen<VisitSheet>(sheet, new View("visit.viewed", "visit", visit.Id));
    }

    private Dictionary<string, NotedValue> Noted(IReadOnlyList<VisitValue> rows, IReadOnlyDictionary<Guid, string> names)
    {
        var noted = new Dictionary<string, NotedValue>();
        foreach (var field in rows.GroupBy(r => r.Field))
        {
            var texts = field.Select(r => (Row: r, Text: values.Open(r))).ToList();
            if (texts[^1] is { Text: { } now, Row: var last })
            {
                noted[field.Key] = new NotedValue(now, last.Round, last.NotedAt, Name(names, last.NotedBy), [.. texts[..^1].Select(t => t.Text).OfType<string>()]);
            }
        }

        return noted;
    }

    private SentRound Open(VisitRound r, IReadOnlyDictionary<Guid, string> names) => new(
        r.Round, Name(names, r.SentBy), r.SentAt, r.VisitedOn, r.Outcome, r.IsApproved, r.DecidedBy is { } decider ? Name(names, decider) : null, r.DecidedAt, Codes(r.Reasons),
        cipher.OpenOptional(r.Words, VisitRound.Table, r.Id, "words"));

    private static string Name(IReadOnlyDictionary<Guid, string> names, Guid id) => names.GetValueOrDefault(id, "");

    private static string[] Codes(string? codes) => codes?.Split(' ') ?? [];

    private static IEnumerable<Guid> PeopleOf(IEnumerable<VisitRound> rounds) => rounds.SelectMany(r => r.DecidedBy is { } decider ? new[] { r.SentBy, decider } : [r.SentBy]);

    private string? PersonOf(Complaint complaint) => Of(complaint, complaint.SubjectName, "subject_name") ?? Of(complaint, complaint.ReporterName, "reporter_name");

    private string? Of(Complaint complaint, Sealed? value, string column) => cipher.OpenOptional(value, Complaint.Table, complaint.Id, column);

    private Task<Dictionary<Guid, string>> NamesAsync(IEnumerable<Guid> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.Distinct().ToArray();
        return db.StaffMembers.Where(s => wanted.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, cancellationToken);
    }
}
