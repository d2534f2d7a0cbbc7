using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Numbers;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Settings;

/// <param name="Id">Made with the form, so that a double press puts nobody on twice.</param>
/// <param name="StaffId">Of an account; else <paramref name="Name"/> is somebody without one.</param>
/// <param name="Hours">As people write them, over midnight too; empty for the whole day.</param>
public sealed record DutyWanted(Guid Id, string? Area, Guid? StaffId, string? Name, string? Phone, DateOnly? From, DateOnly? To, string? Hours, string? Reason)
{
    private const int LongestName = 80;
    private const int LongestNumber = 24;
    private const int FewestDigits = 3;
    private const string NumberMarks = "0123456789+-() ";

    /// <summary>As it is dialled; null for what is no number.</summary>
    public string? GivenPhone => PhoneNumber.TryParse(Phone, out var mobile) ? mobile.Local
        : Phone?.Trim() is { Length: <= LongestNumber } other && other.All(NumberMarks.Contains) && other.Count(char.IsAsciiDigit) >= FewestDigits ? other
        : null;

    /// <summary>Null for the whole day, and for what cannot be read.</summary>
    public string? GivenHours => string.IsNullOrWhiteSpace(Hours) ? null : WrittenHours.ReadSpan(Hours);

    /// <param name="today">Of the area.</param>
    public IEnumerable<Refusal> Problems(DateOnly today)
    {
        if (StaffId is null && string.IsNullOrWhiteSpace(Name))
        {
            yield return new Refusal("required", "name");
        }
        else if (StaffId is not null && !string.IsNullOrWhiteSpace(Name))
        {
            yield return new Refusal("duty_twice_named", "name");
        }
        else if (Name?.Length > LongestName || Name?.Any(char.IsControl) == true)
        {
            yield return new Refusal("too_long", "name");
        }

        if (GivenPhone is null)
        {
            yield return new Refusal(string.IsNullOrWhiteSpace(Phone) ? "required" : "setting_unread", "phone");
        }

        if (To < today)
        {
            yield return new Refusal("day_is_over", "to");
        }
        else if (To < From)
        {
            yield return new Refusal("days_wrong_way", "to");
        }

        if (!string.IsNullOrWhiteSpace(Hours) && GivenHours is null)
        {
            yield return new Refusal("setting_unread", "hours");
        }

        if (DecisionLog.Problem(Reason) is { } reason)
        {
            yield return reason;
        }
    }
}

/// <summary>Puts somebody on the duty list of an area, with the reason in the decision log.</summary>
public sealed class AddDuty(SlrtDbContext db, FieldCipher cipher, AreaCatalogue areas, SettingLog log, AuditTrail audit)
{
    public async Task<Outcome<Done>> DoAsync(DutyWanted input, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(input.Area))
        {
            return new Refusal("required", "area");
        }

        if (areas.Find(input.Area) is null or { Level: AreaLevel.Province })
        {
            return Refusal.NotFound();
        }

        if (!actor.MayIn(Permission.ManageSettings, input.Area))
        {
            return Refusal.Forbidden();
        }

        if (await db.DutyEntries.AnyAsync(d => d.Id == input.Id, cancellationToken))
        {
            return default(Done);
        }

        var problems = input.Problems(LocalDay.Of(by.At, areas.ZoneOf(input.Area))).ToList();
        var reach = actor.AreasFor(Permission.ManageSettings);
        if (input.StaffId is { } staff && !await db.StaffMembers.InReachOf(reach).AnyAsync(s => s.Id == staff && s.IsActive, cancellationToken))
        {
            problems.Add(new Refusal("not_a_choice", "person"));
        }

        if (problems.Count > 0)
        {
            return problems;
        }

        var entry = new DutyEntry
        {
            Id = input.Id,
            AreaCode = input.Area,
            StaffId = input.StaffId,
            Name = input.StaffId is null ? cipher.Seal(input.Name!.Trim(), DutyEntry.Table, input.Id, "name") : null,
            Phone = cipher.Seal(input.GivenPhone!, DutyEntry.Table, input.Id, "phone"),
            FromDay = input.From,
            ToDay = input.To,
            Hours = input.GivenHours,
            AddedAt = by.At,
        };
        db.Add(entry);
        var decision = log.Record(entry.Key, null, $"{entry.Time}", input.Reason!, by);
        audit.Record(by, "duty.added", "duty_entry", entry.Id, new { area = entry.AreaCode, decision });
        return default(Done);
    }
}
