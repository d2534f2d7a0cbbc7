using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Moves;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Tellings;

public sealed record RecordTellingInput(
    Guid TellingId, TellingOutcome? Outcome, ToldWhom? Whom, bool? Understood, Confirmation? Received, DateOnly? ToldOn, string? Note)
{
    /// <summary>Paper is entered late, but not a season late.</summary>
    public const int OldestDays = 60;

    public IEnumerable<Refusal> Problems(DateOnly asked, DateOnly today)
    {
        if (Outcome is null)
        {
            yield return new Refusal("required", "outcome");
        }

        if (Outcome == TellingOutcome.Told && Whom is null)
        {
            yield return new Refusal("required", "whom");
        }

        if (Outcome == TellingOutcome.Told && Understood is null)
        {
            yield return new Refusal("required", "understood");
        }

        if (ToldOn is not { } on || on > today || on < asked || on < today.AddDays(-OldestDays))
        {
            yield return new Refusal("told_on_wrong", "told_on");
        }

        if (Note?.Length > MoveComplaintInput.LongestText)
        {
            yield return new Refusal("too_long", "note");
        }
        else if (Outcome == TellingOutcome.Gone && string.IsNullOrWhiteSpace(Note))
        {
            // "Not found, moved, died" decides much: what was seen is written down.
            yield return new Refusal("required", "note");
        }
    }
}

/// <summary>Whoever went there writes down whom they told, when, whether it was understood, and whether the help has come.</summary>
public sealed class RecordTelling(SlrtDbContext db, FieldCipher cipher, AreaCatalogue areas, AuditTrail audit)
{
    /// <returns>Refused with <c>told_already</c> where somebody else has written it down.</returns>
    public async Task<Outcome<Telling>> DoAsync(RecordTellingInput input, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var telling = await db.Tellings.VisibleTo(actor).SingleOrDefaultAsync(t => t.Id == input.TellingId, cancellationToken);
        if (telling is null)
        {
            return Refusal.NotFound();
        }

        if (!actor.MayIn(Permission.WriteToResidents, telling.VillageCode) && telling.Concerns is null)
        {
            return Refusal.Forbidden();
        }

        if (telling.EndedAt is not null)
        {
            return telling.ToldBy == actor.StaffId ? telling : Refusal.Conflict("told_already");
        }

        var zone = areas.ZoneOf(telling.VillageCode);
        if (input.Problems(LocalDay.Of(telling.AskedAt, zone), LocalDay.Of(by.At, zone)).ToList() is { Count: > 0 } problems)
        {
            return problems;
        }

        await WriteAsync(telling, input, actor, by, cancellationToken);
        return telling;
    }

    private async Task WriteAsync(Telling telling, RecordTellingInput input, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        telling.Outcome = input.Outcome;
        telling.ToldBy = actor.StaffId;
        telling.ToldOn = input.ToldOn;
        telling.Note = cipher.SealOptional(string.IsNullOrWhiteSpace(input.Note) ? null : input.Note.Trim(), Telling.Table, telling.Id, "note") ?? telling.Note;
        var task = await db.WorkTasks.FindAsync([telling.Id], cancellationToken);
        if (input.Outcome == TellingOutcome.NotMet)
        {
            telling.Tries++;
            task?.Hold(actor.StaffId, by.At);
            task?.Touch(by.At);
        }
        else
        {
            (telling.Whom, telling.Understood, telling.Received) = input.Outcome == TellingOutcome.Told ? (input.Whom, input.Understood, input.Received) : default;
            telling.EndedAt = by.At;
            if (task is not null)
            {
                db.Remove(task);
            }
        }

        audit.Record(
            by, "telling.recorded", "telling", telling.Id,
            new { complaint = telling.ComplaintId, outcome = Codes.Of(input.Outcome!.Value), whom = input.Whom is { } whom ? Codes.Of(whom) : null });
    }
}
