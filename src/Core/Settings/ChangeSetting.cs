using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Phrases;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Settings;

/// <param name="Value">As it was typed; null: back to what the program was set up with.</param>
/// <param name="LastDecision">The newest decision about it that was on the screen, empty where there was none; null where it was not on the screen.</param>
public sealed record SettingWanted(SettingKey Key, string? Value, string? Reason, Guid? LastDecision);

/// <summary>Settles one value, with the reason in the decision log. It holds from the commit on; what was promised before keeps its day unless days off or hours moved it.</summary>
public sealed class ChangeSetting(SlrtDbContext db, SettingLog log, AreaCatalogue areas, PhraseBook phrases, AuditTrail audit, DomainEvents events)
{
    /// <returns>Refused with <c>not_found</c> for an unknown code or area, as forbidden outside the own area, as <c>setting_stale</c> where another was faster.</returns>
    public async Task<Outcome<Done>> DoAsync(SettingWanted input, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var (code, area) = (input.Key.Code, input.Key.Area);
        if (SettingCatalogue.Find(code) is not { } kind || (area.Length > 0 && (!kind.IsPerArea || areas.Find(area) is null)))
        {
            return Refusal.NotFound();
        }

        if (!Reaches(actor, area))
        {
            return Refusal.Forbidden();
        }

        input = kind.IsUsualWhenEmpty && string.IsNullOrWhiteSpace(input.Value) ? input with { Value = null } : input;
        var value = input.Value is null ? null : kind.Read(input.Value);
        var problems = Problems(input, kind, value).ToList();
        if (problems.Count > 0)
        {
            return problems;
        }

        var last = await db.SettingDecisions.Where(d => d.Code == code && d.AreaCode == area).OrderByDescending(d => d.Id).Select(d => d.Id).FirstOrDefaultAsync(cancellationToken);
        var setting = await db.Settings.SingleOrDefaultAsync(s => s.Code == code && s.AreaCode == area, cancellationToken);
        if (input.LastDecision is { } seen ? seen != last : setting is not null)
        {
            return Refusal.Conflict("setting_stale");
        }

        if (setting?.Value == value)
        {
            return Refusal.Conflict("already_done");
        }

        var before = setting?.Value;
        var decision = log.Record(input.Key, before, value, input.Reason!, by);
        audit.Record(by, "setting.changed", "setting", decision, new { code, area, before, after = value });
        Keep(setting, input.Key, value);
        events.Raise(new SettingChanged(input.Key, value, by));
        return default(Done);
    }

    /// <summary>Whoever settles for all must be answerable for all.</summary>
    public static bool ReachesAll(StaffScope actor, AreaCatalogue areas) => areas.Regencies.All(regency => actor.MayIn(Permission.ManageSettings, regency));

    private bool Reaches(StaffScope actor, string area) => area.Length > 0 ? actor.MayIn(Permission.ManageSettings, area) : ReachesAll(actor, areas);

    private IEnumerable<Refusal> Problems(SettingWanted input, SettingKind kind, string? value)
    {
        if (input.Value is not null && (value is null || (value.Length == 0 && !kind.MayBeEmpty)))
        {
            yield return new Refusal(string.IsNullOrWhiteSpace(input.Value) ? "required" : "setting_unread", "value");
        }
        else if (value is not null && (kind.Against(value) ?? Taken(input.Key.Code, value)) is { } against)
        {
            yield return against;
        }

        if (DecisionLog.Problem(input.Reason) is { } reason)
        {
            yield return reason;
        }
    }

    /// <summary>Two that are called the same cannot be told apart on a button.</summary>
    private Refusal? Taken(string code, string value) =>
        SettingCatalogue.CategoryNamed(code) is { } named && SettledPhrases.Parse(code) is var (language, key)
        && ComplaintCategory.All.Any(c => c.Code != named.Code && string.Equals(phrases.Get(language, key[..^named.Code.Length] + c.Code), value, StringComparison.OrdinalIgnoreCase))
            ? new Refusal("name_taken", "value")
            : null;

    private void Keep(Setting? setting, SettingKey key, string? value)
    {
        if (value is null)
        {
            db.Remove(setting!);
        }
        else if (setting is null)
        {
            db.Add(new Setting { Code = key.Code, AreaCode = key.Area, Value = value });
        }
        else
        {
            setting.Value = value;
        }
    }
}

/// <param name="Value">Null: as the program was set up.</param>
public sealed record SettingChanged(SettingKey Key, string? Value, Provenance By) : IDomainEvent;
