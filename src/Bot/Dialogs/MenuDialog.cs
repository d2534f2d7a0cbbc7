using SlrtBot.Bot.Dialogs.Complaints;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Bot.Dialogs;

/// <summary>Where a chat stands when nothing is under way. Whoever starts to tell a story here is in the middle of one.</summary>
public sealed class MenuDialog(PhraseBook book, ComplaintDialog complaint) : Dialog
{
    private const string DialogName = "menu";
    private const int LongestThanks = 30;
    private readonly HashSet<string> _greetings = [.. Words.Forms(book, "words.greeting")];
    private readonly HashSet<string> _thanks = [.. Words.Forms(book, "words.thanks")];

    public override string Name => DialogName;

    /// <summary>Ends whatever was under way and shows the menu.</summary>
    public static void Begin(Turn turn)
    {
        Rest(turn.Conversation);
        turn.Show(DialogName, Question(turn));
    }

    /// <summary>Who is speaking here, what it does, and that it costs nothing.</summary>
    public static void Welcome(Turn turn)
    {
        Rest(turn.Conversation);
        turn.Show(DialogName, Question(turn) with { Text = turn.Phrase("welcome") });
    }

    public override bool IsAtRest(Turn turn) => true;

    public override string Path(Turn turn) => DialogName;

    public override void Show(Turn turn) => Begin(turn);

    public override void ShowPuzzled(Turn turn, string? because) => turn.Show(DialogName, Reprompt.Of(turn, Question(turn), because));

    public override string? Help(Turn turn) => null;

    public override void Back(Turn turn) => Begin(turn);

    public override int Answered(Turn turn) => 0;

    public override async Task<bool> TakeAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        var folded = TextFolding.Fold(answer.Text);
        var isNew = turn.Conversation.Prompt is null;
        if (IsThanks(folded))
        {
            turn.Add(turn.Phrase("thanks"));
            Begin(turn);
        }
        else if (answer.Files.Count > 0 || answer.Place is not null || StoryStep.IsStory(answer.Text))
        {
            turn.Add(isNew ? turn.Phrase("welcome.short") : null);
            await complaint.BeginAsync(turn, answer, cancellationToken);
        }
        else if (isNew || _greetings.Contains(folded))
        {
            Welcome(turn);
        }
        else
        {
            ShowPuzzled(turn, null);
        }

        return true;
    }

    /// <summary>"makasih banyak ya pak": what follows the thanks says nothing more.</summary>
    private bool IsThanks(string folded) =>
        folded.Length <= LongestThanks && _thanks.Any(t => folded == t || folded.StartsWith($"{t} ", StringComparison.Ordinal));

    private static void Rest(Conversation conversation)
    {
        conversation.Dialog = null;
        conversation.Step = null;
        conversation.Draft = null;
        conversation.DraftId = null;
        conversation.Misunderstood = 0;
    }

    private static Prompt Question(Turn turn) => turn.Question("menu").With(
        turn.Option(Words.Report, ChoiceStyle.Primary), turn.Option(Words.Status), turn.Option(Words.Language), turn.Option(Words.Officer));
}
