using SlrtBot.Bot.Engine;

namespace SlrtBot.Bot.Dialogs.Feedback;

/// <summary>What is still to be asked about a complaint that is settled or was opened again.</summary>
public sealed record FeedbackDraft
{
    public Guid ComplaintId { get; set; }

    public string Reference { get; set; } = "";

    public bool AsksWhatIsMissing { get; set; }

    public bool AsksRating { get; set; }

    public bool AsksWhetherToReopen { get; set; }

    public bool AsksComment { get; set; }

    /// <summary>The next question that is left; without one the dialog is over.</summary>
    internal Next Onward(Turn turn, string? text = null) =>
        AsksWhatIsMissing || AsksRating || AsksWhetherToReopen || AsksComment
            ? Next.Forward(text)
            : Next.Over(text ?? turn.Phrase("afterwards.thanks"));
}
