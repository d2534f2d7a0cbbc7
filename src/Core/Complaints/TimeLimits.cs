using System.Globalization;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Complaints;

/// <summary>
/// What is promised: information comes sooner than help, a suggestion is read and no more, and what is urgent is not left for the
/// week (docs/domain.md, "Time limits"). Offices may settle other days.
/// </summary>
public sealed class TimeLimits(SettledValues settled)
{
    public const string OfQuestion = "question";
    public const string OfSuggestion = "suggestion";
    public const string OfUrgent = "urgent";

    /// <summary>About one of ours: it has to be looked into by others (docs/domain.md, "Time limits").</summary>
    public const string OfOfficial = "official";
    public const int Longest = 60;

    /// <summary>Followed by a category's code, or one of the four above.</summary>
    public const string Setting = "days.";

    /// <summary>Working days until the first answer, or until it has been read.</summary>
    public int DaysFor(ComplaintCategory category, ComplaintKind kind, Urgency urgency, Concern? concerns) => kind switch
    {
        ComplaintKind.Question => Math.Min(Of(category.Code), Of(OfQuestion)),
        ComplaintKind.Suggestion => Of(OfSuggestion),
        _ when urgency >= Urgency.Urgent => Math.Min(Of(category.Code), Of(OfUrgent)),
        _ when concerns is not null => Of(OfOfficial),
        _ => Of(category.Code),
    };

    /// <param name="what">A category's code, or one of the four.</param>
    public int Of(string what) => Read(settled.Find(Setting + what)) ?? Usual(what);

    /// <summary>While nothing is settled.</summary>
    /// <exception cref="KeyNotFoundException">There is no such category.</exception>
    public static int Usual(string what) => what switch
    {
        OfQuestion => 5,
        OfSuggestion => 14,
        OfUrgent => 1,
        OfOfficial => 60,
        _ => ComplaintCategory.Get(what).PromiseDays,
    };

    /// <returns>Null for what is no number of days from 1 to <see cref="Longest"/>.</returns>
    public static int? Read(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= Longest ? days : null;
}
