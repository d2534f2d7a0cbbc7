using System.Collections.Frozen;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Phrases;
using SlrtBot.Core.Registry;

namespace SlrtBot.Core.Settings;

/// <summary>A page of settings; labels <c>settings.{code}</c>.</summary>
public enum SettingGroup
{
    Limits,
    Hours,
    DaysOff,
    Office,
    Categories,

    /// <summary>The ministry's clock for proposals, and its highest deciles.</summary>
    Data,

    /// <summary>Who is called in an emergency: entries of a table of their own (<see cref="DutyEntry"/>), with their lines in this log.</summary>
    Duty,
}

/// <param name="IsPerArea">May be settled for an area too, where it holds for all inside it.</param>
/// <param name="Read">The value as it is stored; null for what cannot be read.</param>
public sealed record SettingKind(SettingGroup Group, bool IsPerArea, Func<string, string?> Read)
{
    /// <summary>An empty value means something: a line that is left out.</summary>
    public bool MayBeEmpty { get; init; }

    /// <summary>Nothing typed means the usual value.</summary>
    public bool IsUsualWhenEmpty { get; init; }

    /// <summary>Why a value that can be read cannot be settled; null where it can.</summary>
    public Func<string, Refusal?> Against { get; init; } = _ => null;
}

/// <summary>Everything that offices settle on screens, and what each takes.</summary>
public static class SettingCatalogue
{
    public const string OfficeName = "office.name";
    public const string OfficeAddress = "office.address";
    public const string OfficeTelephone = "office.telephone";

    /// <summary>Followed by its kind, <c>hotline.{kind}</c> in the catalogues.</summary>
    public const string Hotline = "hotline.";
    private const int LongestLine = 120;
    private const int LongestNumber = 24;
    private const string NumberMarks = "0123456789+- ()";

    public const int LongestCategoryName = 24;

    /// <summary>Key of its name in the catalogues.</summary>
    private const string Category = "category.";

    /// <summary>Kinds of help by telephone, those that are needed most first.</summary>
    public static IReadOnlyList<string> Hotlines { get; } =
        ["emergency", "ambulance", "police", "fire", "disaster", "crisis", "violence", "violence_chat", "social"];

    private static readonly FrozenDictionary<string, SettingKind> Plain = new Dictionary<string, SettingKind>
    {
        [CalendarSettings.OfficeHours] = new(SettingGroup.Hours, true, text => WrittenHours.Read(text)),
        [CalendarSettings.QuietHours] = new(SettingGroup.Hours, false, WrittenHours.ReadSpan),
        [OfficeName] = new(SettingGroup.Office, false, Line),
        [OfficeAddress] = new(SettingGroup.Office, false, Line) { MayBeEmpty = true },
        [OfficeTelephone] = new(SettingGroup.Office, false, Number) { MayBeEmpty = true },
    }.ToFrozenDictionary();

    private static readonly SettingKind OfLimit = new(SettingGroup.Limits, false, text => TimeLimits.Read(text.Trim()) is { } days ? $"{days}" : null);
    private static readonly SettingKind OfMonthDay = new(SettingGroup.Data, false, text => UpdateCycle.ReadDay(text.Trim()) is { } day ? $"{day}" : null);
    private static readonly SettingKind OfDecile = new(SettingGroup.Data, false, text => DecileCeilings.Read(text.Trim()) is { } decile ? $"{decile}" : null);
    private static readonly SettingKind OfHotline = new(SettingGroup.Office, false, Number) { MayBeEmpty = true };
    private static readonly SettingKind OfDay = new(SettingGroup.DaysOff, true, text => text == DayOff.Worked ? text : DayOff.TryParse(text)?.ToString());
    private static readonly SettingKind OfName = new(SettingGroup.Categories, false, Name) { IsUsualWhenEmpty = true };
    private static readonly SettingKind OfDecree = new(SettingGroup.DaysOff, false, text => text == "yes" ? text : null);

    private static readonly SettingKind OfDuty = new(SettingGroup.Duty, true, _ => null);

    /// <summary>What a time limit is for: each category, then the four that go before them.</summary>
    public static IEnumerable<string> Limits { get; } =
        [TimeLimits.OfUrgent, TimeLimits.OfOfficial, TimeLimits.OfQuestion, TimeLimits.OfSuggestion, .. ComplaintCategory.All.Where(c => !c.IsEmpty).Select(c => c.Code)];

    /// <returns>Null for a code that nobody knows.</returns>
    public static SettingKind? Find(string? code) => code switch
    {
        null => null,
        _ when Plain.TryGetValue(code, out var kind) => kind,
        _ when After(code, TimeLimits.Setting) is { } what => Limits.Contains(what) ? OfLimit : null,
        _ when After(code, StageLimits.Setting) is { } stage => StageLimits.All.Contains(stage) ? OfLimit : null,
        _ when UpdateCycle.Days.Contains(code) => OfMonthDay,
        _ when After(code, DecileCeilings.Setting) is { } programme => DecileCeilings.Programmes.Contains(programme) ? OfDecile : null,
        _ when After(code, Hotline) is { } line => Hotlines.Contains(line) ? OfHotline : null,
        _ when CategoryTerms.Parse(code) is { } flag => new(SettingGroup.Categories, false, Flag) { Against = value => CategoryTerms.Against(flag.Category, flag.Flag, value) },
        _ when CategoryNamed(code) is not null => OfName,
        _ when After(code, DutyEntry.Setting) is { } entry => Guid.TryParseExact(entry, "N", out _) ? OfDuty : null,
        _ when CalendarSettings.DayOf(code) is not null => OfDay,
        _ when After(code, CalendarSettings.Decree) is { Length: 4 } year => year.All(char.IsAsciiDigit) ? OfDecree : null,
        _ => null,
    };

    /// <summary>The category that a code names in one language; null for another code.</summary>
    public static ComplaintCategory? CategoryNamed(string code) =>
        SettledPhrases.Parse(code) is ({ }, { } key) && After(key, Category) is { } of ? ComplaintCategory.All.FirstOrDefault(c => c.Code == of) : null;

    /// <returns><c>phrase.id.category.P1</c>.</returns>
    public static string NameOf(ComplaintCategory category, string language) => SettledPhrases.Of(language, Category + category.Code);

    private static string? After(string code, string start) => code.StartsWith(start, StringComparison.Ordinal) ? code[start.Length..] : null;

    private static string? Flag(string text) => text is CategoryTerms.Yes or CategoryTerms.No ? text : null;

    /// <summary>It stands on a button of the chat.</summary>
    private static string? Name(string text) =>
        text.Trim() is { Length: >= 2 and <= LongestCategoryName } name && !name.Any(char.IsControl) && name.Any(char.IsLetter) ? name : null;

    private static string? Line(string text) => text.Trim() is { Length: <= LongestLine } line && !line.Any(char.IsControl) ? line : null;

    private static string? Number(string text) =>
        text.Trim() is { Length: <= LongestNumber } number && number.Replace("ext", "", StringComparison.OrdinalIgnoreCase).All(NumberMarks.Contains) ? number : null;
}
