using SlrtBot.Core.Complaints;

namespace SlrtBot.Core.Understanding;

/// <summary>SLRT's own three kinds of what residents bring, and what belongs to the conversation itself.</summary>
public enum MessageKind
{
    Question,
    Suggestion,
    Complaint,

    /// <summary>A greeting, thanks, a yes, a number: nothing that anybody would have to handle.</summary>
    Meta,
}

/// <summary>What a message seems to be about: a proposal, which a person confirms or corrects.</summary>
/// <param name="Category">A code of <see cref="ComplaintCategory"/>; null where the words are about the conversation itself.</param>
/// <param name="Programme">A code of the programme catalogue; null where none is meant.</param>
/// <param name="Confidence">How likely the category is right, from 0 to 1, calibrated (docs/understanding.md).</param>
/// <param name="Because">The words that decided, as typed, folded, weightiest first.</param>
public sealed record Understood(
    string? Category, MessageKind Kind, string? Programme, Urgency Urgency, double Confidence, IReadOnlyList<string> Because)
{
    /// <summary>
    /// Measured on lines never learnt from (docs/understanding.md): of all that is proposed from here on, nine in ten are
    /// right; between 40 and 50 % only every second would be, and a wrong proposal costs the tap that a right one saves.
    /// </summary>
    public const double WorthProposing = 0.5;

    /// <summary>The words that made it urgent, or an emergency, as <see cref="Because"/>; empty where it is neither.</summary>
    public IReadOnlyList<string> UrgentBecause { get; init; } = [];

    /// <summary>Of an emergency: what threatens.</summary>
    public DangerKind Danger { get; init; }

    /// <summary>Of an emergency: words of the list say it, and not only what the model makes of the whole.</summary>
    public bool IsDangerNamed { get; init; }

    /// <summary>Whether the category is sure enough to be proposed, or acted on where it can be corrected.</summary>
    public bool IsWorthProposing => Confidence >= WorthProposing;
}
