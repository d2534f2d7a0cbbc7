using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Sheets;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Console.Pages.Complaints;

/// <summary>How urgent a complaint is and whose word that is: the program's, by which words, the resident's, or a colleague's.</summary>
public static class UrgencyFact
{
    public static string Of(ComplaintSheet sheet, Phrases phrases)
    {
        var complaint = sheet.Complaint;
        return string.Join(" · ", new[]
        {
            Label(complaint.Urgency, phrases),
            complaint.ProposedUrgency is { } proposed && (proposed >= Urgency.Urgent || complaint.SaidUrgency is not null) ? Proposed(proposed, sheet, phrases) : null,
            complaint.SaidUrgency is { } said ? phrases[$"sheet.urgency.said.{Codes.Of(said)}"] : null,
            sheet.Timeline.LastOrDefault(e => e.Urgency is not null) is { } set ? Set(set, phrases) : null,
            complaint.DangerAt is { } danger ? phrases.Get("sheet.urgency.danger", ("at", phrases.Moment(danger))) : null,
        }.OfType<string>());
    }

    private static string Proposed(Urgency proposed, ComplaintSheet sheet, Phrases phrases) => sheet.UrgencyWords.Count == 0
        ? phrases.Get("sheet.urgency.proposed", ("value", Label(proposed, phrases)))
        : phrases.Get(
            "sheet.urgency.because", ("value", Label(proposed, phrases)), ("words", string.Join(", ", sheet.UrgencyWords.Select(word => $"«{word}»"))));

    private static string Set(SheetEvent set, Phrases phrases) => phrases.Get(
        "sheet.urgency.set",
        ("name", set.Name ?? phrases[$"actor.{Codes.Of(set.Actor)}"]), ("value", Label(set.Urgency!.ToUrgency, phrases)), ("at", phrases.Moment(set.At)));

    private static string Label(Urgency urgency, Phrases phrases) => phrases[$"urgency.{Codes.Of(urgency)}"];
}
