using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Phrases;
using SlrtBot.Core.Registry;
using SlrtBot.Core.Settings;

namespace SlrtBot.Console.Pages.Settings;

/// <summary>The values of a group as a reader sees them: what holds now, what would otherwise, and what was decided about each.</summary>
public sealed class SettingForms(SettledValues settled, TimeLimits limits, StageLimits stages, UpdateCycle cycle, DecileCeilings ceilings, CategoryTerms categories, OfficeOptions office, OfficeFacts facts, AreaOptions options, AreaCatalogue areas, PhraseBook book, Phrases phrases)
{
    /// <param name="of">The category whose values are shown; null for none.</param>
    public IEnumerable<SettingForm> Of(SettingGroup group, ComplaintCategory? of, IReadOnlyDictionary<SettingKey, SettingLine> decided) => (group switch
    {
        SettingGroup.Limits => SettingCatalogue.Limits.Select(Limit).Concat(StageLimits.All.Select(Stage)),
        SettingGroup.Hours => Hours(),
        SettingGroup.Data => UpdateCycle.Days.Select(MonthDay).Concat(DecileCeilings.Programmes.Select(Ceiling)),
        SettingGroup.Office => Office(),
        SettingGroup.Categories when of is not null => Category(of),
        _ => [],
    }).Select(form => form with { IsSettled = settled.Find(form.Key.Code, form.Key.Area) is not null, LastDecision = decided.GetValueOrDefault(form.Key)?.LastDecision ?? Guid.Empty });

    /// <summary>A stored value as it is read; null is what the program was set up with.</summary>
    public string Shown(SettingKey key, string? value) => value switch
    {
        _ when SettingCatalogue.Find(key.Code)?.Group == SettingGroup.Duty => value is null ? phrases["duty.nothing"] : DutyTime.TryParse(value) is { } time ? When(time) : value,
        null => phrases["settings.as_set_up"],
        "" => phrases["settings.left_out"],
        _ when SettingCatalogue.CategoryNamed(key.Code) is not null => value,
        DayOff.Worked => phrases["settings.day.worked"],
        _ when DayOff.TryParse(value) is { } day => phrases.Get("settings.day.off", ("name", day.Name), ("kind", phrases[$"day_off.{Codes.Of(day.Kind)}"])),
        _ when key.Code is CalendarSettings.OfficeHours or CalendarSettings.QuietHours => WrittenHours.Show(value, phrases.Language),
        _ when key.Code.StartsWith(TimeLimits.Setting, StringComparison.Ordinal) || key.Code.StartsWith(StageLimits.Setting, StringComparison.Ordinal) => Days(value),
        _ when key.Code.StartsWith(CalendarSettings.Decree, StringComparison.Ordinal) => phrases["settings.decree.yes"],
        _ when CategoryTerms.Parse(key.Code) is not null => phrases[$"settings.{value}"],
        _ => value,
    };

    /// <summary>What a value is, in the reader's words, with the area it holds for.</summary>
    public string Label(SettingKey key) => Remark(Label(key.Code), key.Area.Length > 0 ? areas.Label(key.Area) : null);

    public IReadOnlyList<DecidedSetting> Log(IEnumerable<SettingLogLine> lines) =>
        [.. lines.Select(line => new DecidedSetting(Label(line.Key), Shown(line.Key, line.Before), Shown(line.Key, line.After), line))];

    private string Label(string code) => code switch
    {
        _ when CalendarSettings.DayOf(code) is { } day => phrases.Date(day),
        _ when code.StartsWith(CalendarSettings.Decree, StringComparison.Ordinal) => phrases.Get("settings.decree", ("year", code[CalendarSettings.Decree.Length..])),
        _ when code.StartsWith(SettingCatalogue.Hotline, StringComparison.Ordinal) => phrases[$"settings.{code}"],
        _ when code.StartsWith(TimeLimits.Setting, StringComparison.Ordinal) && code[TimeLimits.Setting.Length..] is var what =>
            SettingCatalogue.Limits.Contains(what) && char.IsAsciiLetterUpper(what[0]) ? phrases[$"category.{what}"] : phrases[$"settings.{code}"],
        _ when code.StartsWith(StageLimits.Setting, StringComparison.Ordinal) && code[StageLimits.Setting.Length..] is var stage =>
            stage == StageLimits.OfUrgent ? phrases["settings.stage.urgent"] : phrases.Get("settings.stage", ("stage", phrases[$"status.{stage}"])),
        _ when SettingCatalogue.Find(code)?.Group == SettingGroup.Duty => phrases["settings.duty"],
        _ when CategoryTerms.Parse(code) is { } flag => phrases.Get("settings.category.which", ("code", flag.Category.Code), ("what", phrases[$"settings.category.{Codes.Of(flag.Flag)}"])),
        _ when SettingCatalogue.CategoryNamed(code) is { } named =>
            phrases.Get("settings.category.which", ("code", named.Code), ("what", phrases[$"settings.category.name.{SettledPhrases.Parse(code)!.Value.Language}"])),
        _ => phrases[$"settings.{code}"],
    };

    /// <summary>Areas that may have hours and days of their own, those of the reader alone.</summary>
    /// <param name="may">Whether the reader may settle for an area.</param>
    public IEnumerable<SelectListItem> Areas(Func<string, bool> may, bool all, string? chosen)
    {
        if (all)
        {
            yield return new SelectListItem(phrases["settings.everywhere"], "", string.IsNullOrEmpty(chosen));
        }

        foreach (var area in areas.Regencies.SelectMany(regency => areas.Districts(regency).Prepend(areas.Find(regency)!)).OfType<Area>().Where(a => may(a.Code)))
        {
            yield return new SelectListItem(areas.Label(area.Code), area.Code, area.Code == chosen);
        }
    }

    /// <summary>Days and hours of a duty in the reader's words.</summary>
    public string When(DutyTime time) => time.IsAlways ? phrases["duty.always"] : string.Join(", ", new[]
    {
        (time.From, time.To) switch
        {
            ({ } from, { } to) when from == to => phrases.Date(from),
            ({ } from, { } to) => phrases.Get("duty.days", ("from", phrases.Date(from)), ("to", phrases.Date(to))),
            ({ } from, null) => phrases.Get("duty.from", ("from", phrases.Date(from))),
            (null, { } to) => phrases.Get("duty.to", ("to", phrases.Date(to))),
            _ => null,
        },
        time.Hours is { } hours ? phrases.Get("duty.hours", ("hours", WrittenHours.Show(hours, phrases.Language))) : null,
    }.OfType<string>());

    /// <summary>A day as the browser's field sends it.</summary>
    public static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string Remark(string text, string? beside) => beside is null ? text : $"{text} · {beside}";

    private string Days(string number) => phrases.Get("settings.days", ("count", number));

    private SettingForm Limit(string what)
    {
        var key = new SettingKey(TimeLimits.Setting + what);
        var now = limits.Of(what).ToString(CultureInfo.InvariantCulture);
        return New(key, now, Days($"{TimeLimits.Usual(what)}"), Days(now)) with { ValueLabel = "settings.limit", Heading = "settings.limits.promise" };
    }

    private SettingForm Stage(string what)
    {
        var now = stages.Of(what).ToString(CultureInfo.InvariantCulture);
        return New(new(StageLimits.Setting + what), now, Days($"{StageLimits.Usual(what)}"), Days(now)) with { ValueLabel = "settings.limit", Heading = "settings.limits.stage" };
    }

    private SettingForm MonthDay(string what)
    {
        var now = cycle.DayOf(what).ToString(CultureInfo.InvariantCulture);
        return New(new(what), now, $"{UpdateCycle.Usual(what)}", now) with { ValueLabel = "settings.month_day", Heading = "settings.data.clock" };
    }

    private SettingForm Ceiling(string programme)
    {
        var now = ceilings.Of(programme).ToString(CultureInfo.InvariantCulture);
        return New(new(DecileCeilings.Setting + programme), now, $"{DecileCeilings.Usual(programme)}", now) with { ValueLabel = "settings.decile", Heading = "settings.data.ceilings" };
    }

    private IEnumerable<SettingForm> Hours()
    {
        var own = settled.Now.Where(s => s.Key is { Code: CalendarSettings.OfficeHours, Area.Length: > 0 }).Select(s => s.Key.Area)
            .Concat(options.AreaOfficeHours.Keys).Distinct().Order(StringComparer.Ordinal);
        foreach (var area in own.Prepend(""))
        {
            var usual = area.Length == 0 ? options.OfficeHours : options.AreaOfficeHours.GetValueOrDefault(area);
            var now = settled.Find(CalendarSettings.OfficeHours, area) ?? usual ?? "";
            yield return New(new(CalendarSettings.OfficeHours, area), WrittenHours.Show(now, phrases.Language), usual is null ? phrases["settings.hours.around"] : WrittenHours.Show(usual, phrases.Language))
                with
            { ValueLabel = "settings.hours" };
        }

        yield return New(new(CalendarSettings.QuietHours), WrittenHours.Show(settled.Find(CalendarSettings.QuietHours) ?? options.QuietHours, phrases.Language), WrittenHours.Show(options.QuietHours, phrases.Language))
            with
        { ValueLabel = "settings.quiet" };
    }

    private IEnumerable<SettingForm> Office()
    {
        yield return New(new(SettingCatalogue.OfficeName), facts.Name, office.Name);
        yield return New(new(SettingCatalogue.OfficeAddress), facts.Address ?? "", Or(office.Address));
        yield return New(new(SettingCatalogue.OfficeTelephone), facts.Telephone ?? "", Or(office.Telephone)) with { ValueLabel = "settings.number" };
        var usual = new OfficeFacts(office, new SettledValues());
        foreach (var kind in SettingCatalogue.Hotlines)
        {
            yield return New(new(SettingCatalogue.Hotline + kind), facts.NumberOf(kind) ?? "", Or(usual.NumberOf(kind))) with { ValueLabel = "settings.number" };
        }
    }

    private IEnumerable<SettingForm> Category(ComplaintCategory category)
    {
        foreach (var language in SettledPhrases.Languages)
        {
            var key = new SettingKey(SettingCatalogue.NameOf(category, language));
            yield return New(key, book.Get(language, $"category.{category.Code}"), book.Usual(language, $"category.{category.Code}")) with
            {
                ValueLabel = "settings.category.name",
                Of = category.Code,
            };
        }

        foreach (var flag in Enum.GetValues<CategoryFlag>())
        {
            var now = Code(CategoryTerms.Has(categories.Get(category.Code), flag));
            yield return New(new(CategoryTerms.Of(category, flag)), now, phrases[$"settings.{Code(CategoryTerms.Has(category, flag))}"], phrases[$"settings.{now}"]) with
            {
                ValueLabel = $"settings.category.{Codes.Of(flag)}",
                Choices = [.. new[] { CategoryTerms.Yes, CategoryTerms.No }.Select(code => new SelectListItem(phrases[$"settings.{code}"], code, code == now))],
                Of = category.Code,
            };
        }

        static string Code(bool isSo) => isSo ? CategoryTerms.Yes : CategoryTerms.No;
    }

    /// <summary>Every category as it is now.</summary>
    public IReadOnlyList<CategoryRow> Categories() =>
        [.. ComplaintCategory.All.Select(c => new CategoryRow(categories.Get(c.Code), phrases[$"category.{c.Code}"], c.Group is { } group ? phrases[$"category_group.{group}"] : null))];

    private string Or(string? value) => string.IsNullOrWhiteSpace(value) ? phrases["settings.left_out"] : value;

    /// <param name="typed">The value as it is typed.</param>
    private SettingForm New(SettingKey key, string typed, string usual, string? shown = null) =>
        new(key, Label(key), shown ?? Or(typed), usual, false, Guid.Empty) { Value = typed };
}

/// <param name="Group">Null where it is not offered in chat at all.</param>
public sealed record CategoryRow(ComplaintCategory Category, string Name, string? Group);

/// <summary>A line of the decision log in the reader's words.</summary>
public sealed record DecidedSetting(string Label, string Before, string After, SettingLogLine Line);
