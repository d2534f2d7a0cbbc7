namespace SlrtBot.Core.Complaints;

/// <summary>SLRT's own three kinds of what residents bring; labels are <c>complaint_kind.{code}</c> in the catalogues.</summary>
public enum ComplaintKind
{
    Question,
    Suggestion,
    Complaint,
}

/// <summary>
/// What is promised for a kind: information comes sooner than help, a suggestion is read and no more, and what is urgent is not
/// left for the week (docs/domain.md, "Time limits").
/// </summary>
public static class KindPromises
{
    private const int OfQuestion = 5;
    private const int OfSuggestion = 14;
    private const int OfUrgent = 1;

    /// <summary>Working days until the first answer, or until it has been read.</summary>
    public static int DaysFor(this ComplaintCategory category, ComplaintKind kind, Urgency urgency) => kind switch
    {
        ComplaintKind.Question => Math.Min(category.PromiseDays, OfQuestion),
        ComplaintKind.Suggestion => OfSuggestion,
        _ when urgency >= Urgency.Urgent => Math.Min(category.PromiseDays, OfUrgent),
        _ => category.PromiseDays,
    };
}
