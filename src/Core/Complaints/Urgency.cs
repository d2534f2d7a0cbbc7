namespace SlrtBot.Core.Complaints;

public enum Urgency
{
    Info,
    Normal,
    Urgent,
    Emergency,
}

/// <summary>Between what a story seems to be and what its teller says of it, the teller decides.</summary>
public static class UrgencyDecision
{
    /// <summary>
    /// But an emergency stays one when it is called urgent, and stays urgent when it is called nothing of the kind, until
    /// staff have looked: who threatens somebody may hold the telephone.
    /// </summary>
    /// <param name="said">Null where nothing was said to the proposal.</param>
    public static Urgency Of(Urgency proposed, Urgency? said) => (proposed, said) switch
    {
        (_, null) or (Urgency.Emergency, Urgency.Urgent) => proposed,
        (Urgency.Emergency, _) => Urgency.Urgent,
        (_, { } word) => word,
    };
}
