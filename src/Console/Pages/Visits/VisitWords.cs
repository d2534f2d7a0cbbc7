using SlrtBot.Core.Visits;

namespace SlrtBot.Console.Pages.Visits;

/// <summary>What was noted, in the reader's language: codes by their words, a day as a day, words as they were written.</summary>
public static class VisitWords
{
    public static string Of(Phrases phrases, VisitField field, string value) => field.Kind switch
    {
        VisitFieldKind.Choice or VisitFieldKind.Several => string.Join(", ", value.Split(' ').Select(c => phrases[$"visit.choice.{field.Code}.{c}"])),
        VisitFieldKind.Day when VisitDayForm.DayOf(value) is { } day => phrases.Date(day),
        _ => value,
    };
}
