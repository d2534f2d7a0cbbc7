using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Language;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Proposals;
using SlrtBot.Core.Registry;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Meetings;

/// <param name="MeetingId">Made with the form, so that a double press plans once.</param>
/// <param name="Proposals">What a statement is about; a meeting is about all that wait.</param>
public sealed record PlanMeetingInput(Guid MeetingId, string? VillageCode, string? Form, DateOnly? On, string? Place, IReadOnlyList<Guid> Proposals)
{
    /// <summary>Whoever plans further ahead has forgotten it by then.</summary>
    public const int LongestDays = 60;

    /// <summary>A meeting that was on paper first is entered late, but not two months late.</summary>
    public const int OldestDays = 31;

    public IEnumerable<Refusal> Problems(DateOnly today)
    {
        if (!Codes.TryParse<MeetingForm>(Form, out var form))
        {
            yield return new Refusal("required", "form");
        }

        if (On is not { } day || day < today.AddDays(-OldestDays) || day > today.AddDays(LongestDays))
        {
            yield return new Refusal("meeting_day_wrong", "on");
        }

        if (form == MeetingForm.Meeting && string.IsNullOrWhiteSpace(Place))
        {
            yield return new Refusal("required", "place");
        }

        if (Place?.Length > VillageMeeting.LongestLine)
        {
            yield return new Refusal("too_long", "place");
        }
    }
}

/// <summary>
/// The village says when it meets, and all that waits there comes on the agenda; or it begins a statement about what it chooses. What is
/// delicate never comes before a meeting.
/// </summary>
public sealed class PlanMeeting(SlrtDbContext db, MoveItems items, UpdateCycle clock, AreaCatalogue areas, FieldCipher cipher, AuditTrail audit)
{
    /// <returns>Refused with <c>meeting_nothing</c> where nothing waits or is chosen, and <c>meeting_item_gone</c> where what is chosen waits no more.</returns>
    public async Task<Outcome<VillageMeeting>> DoAsync(PlanMeetingInput input, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        if (input.VillageCode is not { } village || areas.Find(village)?.Level != AreaLevel.Village || !actor.MayIn(Permission.DeliberateProposals, village))
        {
            return Refusal.Forbidden();
        }

        if (await db.VillageMeetings.VisibleTo(db, actor).SingleOrDefaultAsync(m => m.Id == input.MeetingId, cancellationToken) is { } made)
        {
            return made;
        }

        if (input.Problems(LocalDay.Of(by.At, areas.ZoneOf(village))).ToList() is { Count: > 0 } problems)
        {
            return problems;
        }

        var form = Codes.Parse<MeetingForm>(input.Form!);
        var waiting = db.Proposals.VisibleTo(actor).Where(p => p.VillageCode == village && p.Status == ProposalStatus.Collected);
        var chosen = input.Proposals.Distinct().Take(VillageMeeting.MostItems).ToList();
        var proposals = await (form == MeetingForm.Meeting ? waiting.Ordinary() : waiting.Where(p => chosen.Contains(p.Id)))
            .OrderBy(p => p.Id).Take(VillageMeeting.MostItems).Select(p => p.Id).ToListAsync(cancellationToken);
        if (form == MeetingForm.Statement && proposals.Count < chosen.Count)
        {
            return Refusal.Conflict("meeting_item_gone");
        }

        if (proposals.Count == 0)
        {
            return new Refusal("meeting_nothing", form == MeetingForm.Statement ? "proposals" : null);
        }

        var meeting = Plan(input, form, village, actor, by);
        db.AddRange(proposals.Select((p, at) => new MeetingItem { Id = SequentialId.Next(by.At), MeetingId = meeting.Id, ProposalId = p, Ordinal = at + 1 }));
        audit.Record(by, "meeting.planned", "meeting", meeting.Id, new { village, form = Codes.Of(form), on = meeting.HeldOn, items = proposals.Count });
        var put = await items.ApplyAsync(proposals, ProposalWorkflow.PutOnAgenda, _ => MoveItems.Of(meeting, actor, by), cancellationToken);
        return put.Succeeded ? meeting : put.Refusals.ToList();
    }

    private VillageMeeting Plan(PlanMeetingInput input, MeetingForm form, string village, StaffScope actor, Provenance by)
    {
        var meeting = new VillageMeeting
        {
            Id = input.MeetingId,
            RegencyCode = AreaCode.RegencyOf(village)!,
            DistrictCode = AreaCode.DistrictOf(village)!,
            VillageCode = village,
            Form = form,
            Cycle = clock.Of(input.On!.Value).Month,
            HeldOn = input.On.Value,
            Place = cipher.SealOptional(string.IsNullOrWhiteSpace(input.Place) ? null : TextFolding.CleanLine(input.Place), VillageMeeting.Table, input.MeetingId, "place"),
            PlannedBy = actor.StaffId,
            PlannedAt = by.At,
        };
        db.Add(meeting);
        return meeting;
    }
}
