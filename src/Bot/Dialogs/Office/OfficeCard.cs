using SlrtBot.Bot.Engine;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Settings;

namespace SlrtBot.Bot.Dialogs.Office;

/// <summary>Where people find people: the office with its hours, and the emergency numbers.</summary>
public sealed class OfficeCard(OfficeFacts office, WorkingCalendar calendar, AreaCatalogue areas)
{
    public int RetentionYears => office.RetentionYears;

    public string Address(Turn turn) => string.Join('\n', new[]
    {
        Place(turn),
        office.HasTelephone ? turn.Phrase("office.telephone", ("number", office.Telephone)) : null,
        Opening(turn),
    }.OfType<string>());

    /// <summary>A sentence for this danger, and the numbers that help in it.</summary>
    public string Hotlines(Turn turn, DangerKind danger = DangerKind.General)
    {
        var head = danger == DangerKind.General ? "hotlines" : $"hotlines.{Codes.Of(danger)}";
        return turn.Phrase(head) + "\n" + string.Join('\n', office.Lines(danger)
            .Select(line => turn.Phrase("hotlines.line", ("name", turn.Phrase($"hotline.{line.Kind}")), ("number", line.Number))));
    }

    /// <summary>The number to call first; null where the office has left all of them out.</summary>
    public string? FirstLine(DangerKind danger) => office.Lines(danger).Select(line => line.Number).FirstOrDefault();

    /// <summary>What to try where a line is not answered: all that fit, without those that are named.</summary>
    /// <param name="tried">Without the first of them where it names none.</param>
    public string OtherLines(DangerKind danger, string tried)
    {
        var numbers = office.Lines(danger).Select(line => line.Number).Distinct().ToList();
        var named = numbers.Where(number => tried.Contains(number, StringComparison.Ordinal)).ToList();
        var others = numbers.Except(named.Count == 0 ? numbers.Take(1) : named).ToList();
        return string.Join(", ", others.Count == 0 ? numbers : others);
    }

    public bool IsOpen(Turn turn) => calendar.IsOpen(turn.Context.Now, turn.Conversation.VillageCode ?? areas.HomeRegency);

    /// <summary>That it is open now, or when it opens again.</summary>
    public string Opening(Turn turn)
    {
        var area = turn.Conversation.VillageCode ?? areas.HomeRegency;
        var now = turn.Context.Now;
        return calendar.IsOpen(now, area)
            ? turn.Phrase("office.open")
            : turn.Phrase("office.closed", ("time", turn.Phrases.DateTime(turn.Language, calendar.NextOpening(now, area), areas.ZoneOf(area))));
    }

    /// <summary>A name by itself leads nobody anywhere.</summary>
    private string Place(Turn turn) => office.HasAddress ? $"{office.Name}, {office.Address}"
        : office.HasTelephone ? office.Name
        : turn.Phrase("office.anywhere");
}
