using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Numbers;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Proposals;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Meetings;

/// <summary>Meetings, for those who put proposals before the village.</summary>
public sealed class MeetingQueries(SlrtDbContext db, MeetingReach reach, FieldCipher cipher)
{
    private const int Most = 100;
    private const string Subject = "meeting";

    /// <summary>What waits, what is planned, what lacks its minutes, and the newest that are signed.</summary>
    public async Task<MeetingBoard> BoardAsync(StaffScope scope, CancellationToken cancellationToken) => new(
        await WaitingAsync(scope, cancellationToken),
        [.. (await RowsAsync(MeetingStatus.Planned, scope, cancellationToken)).OrderBy(r => r.Meeting.HeldOn).ThenBy(r => r.Meeting.Id)],
        [.. (await RowsAsync(MeetingStatus.Closed, scope, cancellationToken)).OrderBy(r => r.Meeting.HeldOn).ThenBy(r => r.Meeting.Id)],
        await RowsAsync(MeetingStatus.Signed, scope, cancellationToken));

    /// <summary>How many wait in each village, by its code.</summary>
    public async Task<IReadOnlyList<WaitingVillage>> WaitingAsync(StaffScope scope, CancellationToken cancellationToken)
    {
        var waiting = await Collected(scope).GroupBy(p => p.VillageCode)
            .Select(g => new { Village = g.Key, All = g.Count(), Ordinary = g.Count(p => !p.IsSensitive && p.Concerns == null && p.Recused == null) })
            .OrderBy(w => w.Village).Take(Most).ToListAsync(cancellationToken);
        return [.. waiting.Select(w => new WaitingVillage(w.Village, w.Ordinary, w.All - w.Ordinary))];
    }

    /// <summary>What a statement of that village may be about, oldest first.</summary>
    public async Task<IReadOnlyList<Unseen<AskedFor>>> ToChooseAsync(string villageCode, StaffScope scope, CancellationToken cancellationToken)
    {
        var waiting = await Collected(scope).AsNoTracking().Where(p => p.VillageCode == villageCode).OrderBy(p => p.Id).Take(VillageMeeting.MostItems).ToListAsync(cancellationToken);
        return [.. waiting.OrderBy(p => p.Id).Select(p => new Unseen<AskedFor>(Asked(p), new View("proposal.viewed", "proposal", p.Id)))];
    }

    /// <returns>Null for a miss and for one that is not the reader's to see alike.</returns>
    public async Task<Unseen<MeetingSheet>?> FindAsync(Guid id, StaffScope scope, CancellationToken cancellationToken)
    {
        if (await db.VillageMeetings.AsNoTracking().VisibleTo(db, scope).SingleOrDefaultAsync(m => m.Id == id, cancellationToken) is not { } meeting)
        {
            return null;
        }

        var lines = await LinesAsync(id, scope, cancellationToken);
        var guests = await db.MeetingGuests.AsNoTracking().Where(g => g.MeetingId == id).OrderBy(g => g.Id).ToListAsync(cancellationToken);
        var names = await NamesAsync([meeting.PlannedBy, meeting.ClosedBy, meeting.SignedBy, .. lines.Select(l => l.Item.DecidedBy)], cancellationToken);
        string Name(Guid? staff) => staff is { } known ? names.GetValueOrDefault(known, "") : "";
        var waiting = meeting.Status == MeetingStatus.Planned
            ? (await WaitingAsync(scope, cancellationToken)).FirstOrDefault(w => w.VillageCode == meeting.VillageCode)
            : null;
        var sheet = new MeetingSheet(
            meeting, cipher.OpenOptional(meeting.Place, VillageMeeting.Table, id, "place"), cipher.OpenOptional(meeting.Number, VillageMeeting.Table, id, "number"),
            [.. lines.Select(l => new MeetingLine(l.Item, Asked(l.Proposal), cipher.OpenOptional(l.Item.Words, MeetingItem.Table, l.Item.Id, "words"), Name(l.Item.DecidedBy)))],
            [.. guests.Select(g => new GuestLine(g, cipher.Open(g.Name, MeetingGuest.Table, g.Id, "name")))])
        {
            PlannedBy = Name(meeting.PlannedBy),
            ClosedBy = Name(meeting.ClosedBy),
            SignedBy = Name(meeting.SignedBy),
            Waiting = meeting.Form == MeetingForm.Meeting ? waiting?.Ordinary ?? 0 : 0,
            Delicate = waiting?.Delicate ?? 0,
            IsWhole = !await reach.HidesAsync(id, scope, cancellationToken),
            MayReplace = meeting.Status == MeetingStatus.Signed && !await db.MeetingItems.Where(i => i.MeetingId == id && i.Decision == MeetingDecision.Agree)
                .Join(db.Proposals, i => i.ProposalId, p => p.Id, (i, p) => p.Status)
                .AnyAsync(s => s == ProposalStatus.Struck || s == ProposalStatus.Sent || s == ProposalStatus.Accepted || s == ProposalStatus.Declined, cancellationToken),
        };
        return new Unseen<MeetingSheet>(sheet, new View("meeting.viewed", Subject, id));
    }

    /// <summary>The numbers of a meeting that the reader is shown.</summary>
    public async Task<Unseen<MeetingNumbers>> NumbersAsync(MeetingSheet sheet, StaffScope scope, CancellationToken cancellationToken)
    {
        var numbers = new Dictionary<Guid, WholeNumbers>();
        foreach (var (item, proposal) in await LinesAsync(sheet.Meeting.Id, scope, cancellationToken))
        {
            var values = Values(proposal);
            numbers[item.Id] = new WholeNumbers(
                values.GetValueOrDefault(ProposalFields.NationalId), values.GetValueOrDefault(ProposalFields.FamilyCard), values.GetValueOrDefault(ProposalFields.Old),
                values.GetValueOrDefault(ProposalFields.New));
        }

        return new Unseen<MeetingNumbers>(new MeetingNumbers(numbers), new View("meeting.numbers_opened", Subject, sheet.Meeting.Id));
    }

    private IQueryable<Proposal> Collected(StaffScope scope) =>
        db.Proposals.VisibleTo(scope).InAreas(scope.AreasFor(Permission.DeliberateProposals)).Where(p => p.Status == ProposalStatus.Collected);

    /// <summary>Latest day first.</summary>
    private async Task<IReadOnlyList<MeetingRow>> RowsAsync(MeetingStatus status, StaffScope scope, CancellationToken cancellationToken)
    {
        var seen = db.Proposals.VisibleTo(scope);
        var rows = await db.VillageMeetings.AsNoTracking().VisibleTo(db, scope).Where(m => m.Status == status)
            .OrderByDescending(m => m.HeldOn).ThenByDescending(m => m.Id).Take(Most)
            .Select(m => new { Meeting = m, Items = db.MeetingItems.Count(i => i.MeetingId == m.Id && seen.Any(p => p.Id == i.ProposalId)) }).ToListAsync(cancellationToken);
        return
        [
            .. rows.OrderByDescending(r => r.Meeting.HeldOn).ThenByDescending(r => r.Meeting.Id)
                .Select(r => new MeetingRow(r.Meeting, cipher.OpenOptional(r.Meeting.Place, VillageMeeting.Table, r.Meeting.Id, "place"), r.Items)),
        ];
    }

    private async Task<IReadOnlyList<(MeetingItem Item, Proposal Proposal)>> LinesAsync(Guid id, StaffScope scope, CancellationToken cancellationToken)
    {
        var lines = await db.MeetingItems.AsNoTracking().Where(i => i.MeetingId == id)
            .Join(db.Proposals.AsNoTracking().VisibleTo(scope), i => i.ProposalId, p => p.Id, (i, p) => new { Item = i, Proposal = p }).ToListAsync(cancellationToken);
        return [.. lines.OrderBy(l => l.Item.Ordinal).Select(l => (l.Item, l.Proposal))];
    }

    private AskedFor Asked(Proposal proposal)
    {
        var values = Values(proposal);
        var number = values.GetValueOrDefault(ProposalFields.NationalId) ?? values.GetValueOrDefault(ProposalFields.FamilyCard);
        return new AskedFor(
            proposal.Id, proposal.Kind, values.GetValueOrDefault(ProposalFields.Name), values.GetValueOrDefault(ProposalFields.Address), number is null ? null : NationalId.Mask(number),
            values.GetValueOrDefault(ProposalFields.Programme), values.GetValueOrDefault(ProposalFields.What), values.GetValueOrDefault(ProposalFields.Cause))
        {
            IsDelicate = proposal.IsDelicate(),
        };
    }

    private Dictionary<string, string> Values(Proposal proposal) => proposal.Open(cipher).ToDictionary(v => v.Field.Code, v => v.Value);

    private Task<Dictionary<Guid, string>> NamesAsync(IEnumerable<Guid?> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.OfType<Guid>().Distinct().ToArray();
        return db.StaffMembers.Where(s => wanted.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, cancellationToken);
    }
}
