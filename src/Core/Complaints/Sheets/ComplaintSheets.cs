using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Complaints.Changes;
using SlrtBot.Core.Complaints.Feedback;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Language;
using SlrtBot.Core.Numbers;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Complaints.Sheets;

/// <summary>Opens one complaint for a staff member: the edge at which sealed values become words.</summary>
public sealed class ComplaintSheets(
    SlrtDbContext db, SheetRepresentatives representatives, FieldCipher cipher, ResidentWords words)
{
    private const string Table = "complaint";

    /// <summary>More is a flood; the newest count.</summary>
    private const int LongestThread = 300;

    /// <returns>Null for a miss and for a complaint outside the reader's areas alike.</returns>
    public async Task<Unseen<ComplaintSheet>?> FindAsync(string reference, StaffScope scope, CancellationToken cancellationToken)
    {
        var complaint = await db.Complaints.AsNoTracking().VisibleTo(scope)
            .SingleOrDefaultAsync(c => c.Reference == reference, cancellationToken);
        if (complaint is null)
        {
            return null;
        }

        var moves = await db.ComplaintMoves.AsNoTracking().Where(m => m.ComplaintId == complaint.Id).ToListAsync(cancellationToken);
        var notes = await db.ComplaintNotes.AsNoTracking().Where(n => n.ComplaintId == complaint.Id).ToListAsync(cancellationToken);
        var feedback = await db.ComplaintFeedback.AsNoTracking().Where(f => f.ComplaintId == complaint.Id).ToListAsync(cancellationToken);
        var heard = await words.OpenAsync(db.InboundMessages.Where(m => m.ComplaintId == complaint.Id), LongestThread, cancellationToken);
        var said = await db.OutboundMessages.AsNoTracking().Where(m => m.ComplaintId == complaint.Id)
            .OrderByDescending(m => m.Id).Take(LongestThread).ToListAsync(cancellationToken);
        var files = await db.StoredFiles.AsNoTracking().Where(f => f.ComplaintId == complaint.Id && f.VisitId == null).OrderBy(f => f.Id)
            .Select(f => new SheetFile(f.Id, f.Kind, f.State, f.ContentType, f.Size)).ToListAsync(cancellationToken);
        var chat = await db.Conversations.Where(c => c.Id == complaint.ConversationId)
            .Select(c => (bool?)c.Reachable).SingleOrDefaultAsync(cancellationToken);
        var set = await db.UrgencyRevisions.AsNoTracking().Where(r => r.ComplaintId == complaint.Id).ToListAsync(cancellationToken);
        var placed = await db.Placements.AsNoTracking().Where(p => p.ComplaintId == complaint.Id).ToListAsync(cancellationToken);
        var recategorised = await db.CategoryRevisions.AsNoTracking().Where(r => r.ComplaintId == complaint.Id).ToListAsync(cancellationToken);
        Guid?[] known = [.. recategorised.Select(r => r.StaffId), .. notes.Select(n => n.StaffId), .. set.Select(s => s.StaffId), .. placed.Select(p => p.StaffId), .. said.Select(m => m.StaffId)];
        var names = await NamesAsync(complaint, moves, known, cancellationToken);
        var reasons = set.Select(s => s.NoteId).Concat(placed.Select(p => p.NoteId)).Concat(recategorised.Select(r => (Guid?)r.NoteId)).OfType<Guid>().ToHashSet();

        var sheet = Open(complaint, names, chat) with
        {
            Representatives = await representatives.OfAsync(complaint, cancellationToken),
            Thread =
            [
                .. heard.Select(SheetMessage.Of)
                    .Concat(said.Select(m => new SheetMessage(
                        m.Id, m.Kind == OutboundKind.Staff ? Speaker.Staff : Speaker.Bot, Name(names, m.StaffId),
                        cipher.OpenWhole(m).Text, m.CreatedAt, m.State)))
                    .OrderBy(m => m.At).ThenBy(m => m.Id),
            ],
            Timeline =
            [
                .. moves.Select(m => Line(m, names)).Concat(notes.Where(n => !reasons.Contains(n.Id)).Select(n => Line(n, names)))
                    .Concat(feedback.Select(Line)).Concat(set.Select(s => Line(s, notes.Find(n => n.Id == s.NoteId), names)))
                    .Concat(placed.Select(p => Line(p, notes.Find(n => n.Id == p.NoteId), names)))
                    .Concat(recategorised.Select(r => Line(r, notes.Find(n => n.Id == r.NoteId), names)))
                    .OrderBy(l => l.At).ThenBy(l => l.Id),
            ],
            Files = files,
            Intake = complaint.AssistedBy is null
                ? null
                : await db.ComplaintIntakes.AsNoTracking().SingleOrDefaultAsync(i => i.ComplaintId == complaint.Id, cancellationToken),
        };
        return new Unseen<ComplaintSheet>(sheet, new View("complaint.viewed", Table, complaint.Id));
    }

    private ComplaintSheet Open(Complaint c, Dictionary<Guid, string> names, bool? chat) => new(
        c,
        LinkDefanging.Of(cipher.Open(c.Story, Complaint.Table, c.Id, "story")),
        cipher.OpenOptional(c.ReporterName, Complaint.Table, c.Id, "reporter_name"),
        cipher.OpenOptional(c.SubjectName, Complaint.Table, c.Id, "subject_name"),
        PhoneNumber.Readable(cipher.OpenOptional(c.Phone, Complaint.Table, c.Id, "phone")),
        Masked(cipher.OpenOptional(c.NationalId, Complaint.Table, c.Id, "national_id")),
        cipher.OpenOptional(c.Address, Complaint.Table, c.Id, "address"),
        cipher.OpenOptional(c.Location, Complaint.Table, c.Id, "location"),
        Name(names, c.AssignedTo),
        chat is not null,
        chat ?? false)
    {
        WrittenNumbers = WrittenNumbers(c),
        UrgencyWords = [.. (cipher.OpenOptional(c.UrgencyWords, Complaint.Table, c.Id, "urgency_words") ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(LinkDefanging.Of)],
        AssistedBy = Name(names, c.AssistedBy),
        CardAddress = cipher.OpenOptional(c.CardAddress, Complaint.Table, c.Id, "card_address"),
        GuardianName = cipher.OpenOptional(c.GuardianName, Complaint.Table, c.Id, "guardian_name"),
        OfficialName = cipher.OpenOptional(c.OfficialName, Complaint.Table, c.Id, "official_name"),
        Representatives = [],
        Thread = [],
        Timeline = [],
        Files = [],
    };

    private SheetEvent Line(ComplaintMove m, Dictionary<Guid, string> names) => new(
        m.Id, m.Verb, m.FromStatus, m.ToStatus, m.Reason, cipher.OpenOptional(m.Message, ComplaintMove.Table, m.Id, "message"),
        cipher.OpenOptional(m.Note, ComplaintMove.Table, m.Id, "note"), m.ActorKind, m.ActorId, Name(names, m.ActorId), m.At);

    private SheetEvent Line(ComplaintNote n, Dictionary<Guid, string> names) => new(
        n.Id, null, null, null, null, null, cipher.Open(n.Text, ComplaintNote.Table, n.Id, "text"), ActorKind.Staff, n.StaffId,
        Name(names, n.StaffId), n.At);

    private SheetEvent Line(UrgencyRevision s, ComplaintNote? why, Dictionary<Guid, string> names) => new(
        s.Id, "urgency_set", null, null, null, null, Words(why), ActorKind.Staff, s.StaffId, Name(names, s.StaffId), s.At)
    {
        Urgency = s,
    };

    private SheetEvent Line(CategoryRevision r, ComplaintNote? why, Dictionary<Guid, string> names) => new(
        r.Id, "recategorised", null, null, null, null, Words(why), ActorKind.Staff, r.StaffId, Name(names, r.StaffId), r.At)
    {
        Category = r,
    };

    private SheetEvent Line(Placement p, ComplaintNote? how, Dictionary<Guid, string> names) => new(
        p.Id, "placed", null, null, null, null, Words(how), ActorKind.Staff, p.StaffId, Name(names, p.StaffId), p.At)
    {
        Place = p,
    };

    private string? Words(ComplaintNote? note) => note is null ? null : cipher.Open(note.Text, ComplaintNote.Table, note.Id, "text");

    private SheetEvent Line(ComplaintFeedback f) => new(
        f.Id, Codes.Of(f.Kind), null, null, null, cipher.OpenOptional(f.Words, ComplaintFeedback.Table, f.Id, "words"), null,
        ActorKind.Resident, f.ConversationId, null, f.At)
    {
        Rating = f.Rating,
    };

    private Task<Dictionary<Guid, string>> NamesAsync(
        Complaint complaint, List<ComplaintMove> moves, Guid?[] known, CancellationToken cancellationToken)
    {
        Guid?[] ids =
        [
            complaint.AssignedTo, complaint.AssistedBy, .. moves.Where(m => m.ActorKind == ActorKind.Staff).Select(m => m.ActorId), .. known,
        ];
        var wanted = ids.OfType<Guid>().Distinct().ToArray();
        return db.StaffMembers.Where(s => wanted.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, cancellationToken);
    }

    private static string? Name(Dictionary<Guid, string> names, Guid? id) => id is { } known ? names.GetValueOrDefault(known) : null;

    /// <summary>Masked, separated by commas.</summary>
    private string? WrittenNumbers(Complaint c) => cipher.OpenOptional(c.WrittenNumbers, Complaint.Table, c.Id, "written_numbers") is { } lines
        ? string.Join(", ", lines.Split('\n').Select(Masked))
        : null;

    private static string? Masked(string? number) =>
        number is null ? null : number.Length <= 4 ? new string('•', number.Length) : new string('•', number.Length - 4) + number[^4..];
}
