using SlrtBot.Bot.Engine;
using SlrtBot.Core.Complaints;

namespace SlrtBot.Bot.Dialogs.Complaints;

/// <summary>How urgent a story seems, and by which of its words: shown before it is sent, so that its teller can say otherwise.</summary>
public sealed class StoryUrgency(StoryGuess guess)
{
    private const int LongestReason = 24;

    public Urgency ProposedFor(ComplaintDraft draft)
    {
        var heard = guess.Of(draft).Urgency;
        if (draft.Urgency == Urgency.Emergency || (heard == Urgency.Emergency && !draft.IsFalseAlarm))
        {
            return Urgency.Emergency;
        }

        // What pressed in one message presses still, whatever is told after it.
        var isPressing = draft.Urgency == Urgency.Urgent || guess.AllOf(draft).Any(read => read.Urgency == Urgency.Urgent);
        return isPressing && StoryGuess.KindOf(draft) == ComplaintKind.Complaint ? Urgency.Urgent : Urgency.Normal;
    }

    /// <summary>As they were said, weightiest first; empty where the words are no longer a part of the story.</summary>
    public IReadOnlyList<string> WordsOf(ComplaintDraft draft)
    {
        var proposed = ProposedFor(draft);
        return proposed < Urgency.Urgent
            ? []
            : SpokenReasons.Of(
                draft.Story, guess.AllOf(draft).FirstOrDefault(u => u.Urgency == proposed)?.UrgentBecause ?? []);
    }

    /// <summary>What threatens, by the words that say it; where none does, what its category is about.</summary>
    public DangerKind DangerOf(ComplaintDraft draft) =>
        guess.AllOf(draft).FirstOrDefault(u => u.Urgency == Urgency.Emergency)?.Danger
        ?? (draft.Category is { } category ? ComplaintCategory.Get(category).Danger : DangerKind.General);

    public Urgency Of(ComplaintDraft draft) => UrgencyDecision.Of(ProposedFor(draft), draft.SaidUrgency);

    /// <returns>Null where there is nothing to say: nothing is urgent, and nobody said that it is.</returns>
    public string? Line(Turn turn, ComplaintDraft draft)
    {
        var proposed = ProposedFor(draft);
        var words = string.Join(", ", WordsOf(draft).Select(word => $"«{Shown(word)}»"));
        return (proposed, draft.SaidUrgency) switch
        {
            (Urgency.Normal, null) => null,
            (Urgency.Emergency, Urgency.Normal) => turn.Phrase("review.urgency.kept"),
            (_, Urgency.Normal) => turn.Phrase("review.urgency.calm"),
            (Urgency.Normal, _) => turn.Phrase("review.urgency.said"),
            _ when words.Length == 0 => turn.Phrase($"review.urgency.{Core.Kernel.Codes.Of(proposed)}.marked"),
            _ => turn.Phrase($"review.urgency.{Core.Kernel.Codes.Of(proposed)}", ("words", words)),
        };
    }

    private static string Shown(string word) => word.Length <= LongestReason ? word : string.Concat(word.AsSpan(0, LongestReason), "…");
}
