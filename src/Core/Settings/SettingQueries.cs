using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Settings;

/// <param name="Value">Null: as the program was set up.</param>
public sealed record SettingLine(SettingKey Key, string? Value, Guid LastDecision);

/// <param name="By">Name of who decided.</param>
public sealed record SettingLogLine(SettingKey Key, DateTime At, string By, string? Before, string? After, string Reason);

/// <summary>Settled values with their decisions. They are few: an installation settles dozens, and every administrator may read all.</summary>
public sealed class SettingQueries(SlrtDbContext db, FieldCipher cipher)
{
    public const int LogLines = 50;

    /// <returns>All that was ever decided in the group, by key; what was set back has no value.</returns>
    public async Task<IReadOnlyDictionary<SettingKey, SettingLine>> OfAsync(SettingGroup group, CancellationToken cancellationToken)
    {
        var values = await db.Settings.AsNoTracking().ToDictionaryAsync(s => new SettingKey(s.Code, s.AreaCode), s => s.Value, cancellationToken);
        var last = await db.SettingDecisions.GroupBy(d => new { d.Code, d.AreaCode }).Select(g => new { g.Key.Code, g.Key.AreaCode, Id = g.Max(d => d.Id) })
            .ToListAsync(cancellationToken);
        return last.Select(d => (Key: new SettingKey(d.Code, d.AreaCode), d.Id)).Where(d => SettingCatalogue.Find(d.Key.Code)?.Group == group)
            .ToDictionary(d => d.Key, d => new SettingLine(d.Key, values.GetValueOrDefault(d.Key), d.Id));
    }

    /// <returns>The newest first.</returns>
    public async Task<IReadOnlyList<SettingLogLine>> LogAsync(SettingGroup? group, CancellationToken cancellationToken)
    {
        var rows = await db.SettingDecisions.AsNoTracking().OrderByDescending(d => d.Id)
            .Join(db.StaffMembers, d => d.DecidedBy, s => s.Id, (d, s) => new { Decision = d, s.Name }).Take(LogLines * 4).ToListAsync(cancellationToken);
        return [.. rows.Where(r => group is null || SettingCatalogue.Find(r.Decision.Code)?.Group == group).Take(LogLines)
            .Select(r => new SettingLogLine(
                new(r.Decision.Code, r.Decision.AreaCode), r.Decision.At, r.Name, r.Decision.Before, r.Decision.After,
                cipher.Open(r.Decision.Reason, SettingDecision.Table, r.Decision.Id, "reason")))];
    }
}
