using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Language;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Meetings;

/// <param name="GuestId">Made with the form, so that a double press invites once.</param>
public sealed record InviteGuestInput(Guid MeetingId, Guid GuestId, string? Name, string? Role);

/// <summary>Somebody is invited, by name and as what.</summary>
public sealed class InviteGuest(SlrtDbContext db, MeetingReach reach, FieldCipher cipher, AuditTrail audit)
{
    /// <returns>Refused with <c>meeting_closed</c> and <c>meeting_guests_full</c>.</returns>
    public async Task<Outcome<MeetingGuest>> DoAsync(InviteGuestInput input, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var reached = await reach.PlannedAsync(input.MeetingId, actor, cancellationToken);
        if (!reached.Succeeded)
        {
            return reached.Refusals.ToList();
        }

        var meeting = reached.Value;
        var name = TextFolding.CleanLine(input.Name ?? "");
        List<Refusal> problems = name.Length switch
        {
            0 => [new Refusal("required", "name")],
            > MeetingGuest.LongestName => [new Refusal("too_long", "name")],
            _ => [],
        };
        if (!Codes.TryParse<GuestRole>(input.Role, out var role))
        {
            problems.Add(new Refusal("required", "role"));
        }

        if (problems.Count > 0)
        {
            return problems;
        }

        var guests = await db.MeetingGuests.Where(g => g.MeetingId == meeting.Id).ToListAsync(cancellationToken);
        if (guests.Find(g => g.Id == input.GuestId) is { } same)
        {
            return same;
        }

        if (guests.Count >= MeetingGuest.Most)
        {
            return Refusal.Conflict("meeting_guests_full") with { Values = new Dictionary<string, string> { ["most"] = $"{MeetingGuest.Most}" } };
        }

        var guest = new MeetingGuest
        {
            Id = input.GuestId,
            MeetingId = meeting.Id,
            Name = cipher.Seal(name, MeetingGuest.Table, input.GuestId, "name"),
            Role = role,
            InvitedBy = actor.StaffId,
            InvitedAt = by.At,
        };
        db.Add(guest);
        meeting.Count(guests.Count + 1, guests.Count(g => g.IsPresent), by.At);
        audit.Record(by, "meeting.guest_invited", "meeting", meeting.Id, new { guest = guest.Id, role = Codes.Of(role) });
        return guest;
    }
}
