using System.Collections.Concurrent;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Partners;
using SlrtBot.Core.Phrases;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Demo;

/// <summary>What all complaints of a demo share: the places, the staff and partners, the keys, the calendar.</summary>
public sealed class DemoWorld(
    DemoPlan plan, AreaCatalogue areas, MoveTerms terms, StageLimits stages, FieldCipher cipher, BlindIndex blind,
    IReadOnlyDictionary<(Role Role, string Area), Guid[]> staff, IReadOnlyList<Partner> partners, PhraseBook phrases)
{
    private readonly ConcurrentDictionary<string, byte[]> _words = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(DateOnly From, int Days, string District), DateOnly> _promises = new();

    public DemoPlan Plan { get; } = plan;

    public ulong Key { get; } = plan.Key;

    public DemoSpread Spread { get; } = new(areas);

    public AreaCatalogue Areas => areas;

    public FieldCipher Cipher => cipher;

    public BlindIndex Blind => blind;

    public PhraseBook Phrases => phrases;

    public MoveTerms Terms => terms;

    public StageLimits Stages => stages;

    public int ReminderDays => terms.Reminders.IntervalDays;

    /// <summary>UTC; the beginning of the plan's last day.</summary>
    public DateTime Until { get; } = LocalDay.StartUtc(plan.Until, areas.HomeZone);

    /// <summary>The token's hash; the same words come again and again, so each is hashed once.</summary>
    public byte[] Word(string token) => _words.GetOrAdd(token, blind.Word);

    public DateTime OfficeTime(DateTime utc, string villageCode) => terms.Calendar.NextOpening(utc, villageCode);

    public DateOnly DueOn(DateTime utc, int workingDays, string villageCode)
    {
        var district = AreaCode.DistrictOf(villageCode)!;
        var from = terms.Calendar.CountsFrom(utc, villageCode);
        return _promises.GetOrAdd((from, workingDays, district), _ => terms.Calendar.AddWorkingDays(from, workingDays, villageCode));
    }

    /// <summary>Somebody who holds the role where the village lies.</summary>
    public Guid Staff(DemoRandom chance, Role role, string villageCode)
    {
        var area = role switch
        {
            Role.Facilitator => villageCode,
            Role.Supervisor => AreaCode.DistrictOf(villageCode)!,
            _ => AreaCode.RegencyOf(villageCode)!,
        };
        return chance.Pick(staff[(role, area)]);
    }

    /// <summary>Partners that help with the category; all where none does.</summary>
    public Partner Partner(DemoRandom chance, string categoryCode)
    {
        var helping = partners.Where(p => p.Services.Split(' ').Contains(categoryCode)).ToList();
        return chance.Pick(helping.Count > 0 ? helping : partners);
    }
}
