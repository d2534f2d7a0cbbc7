using SlrtBot.Bot.Dialogs.Anywhere;
using SlrtBot.Bot.Dialogs.Complaints;
using SlrtBot.Bot.Dialogs.FieldForms;
using SlrtBot.Bot.Dialogs.Listening;
using SlrtBot.Bot.Dialogs.Programmes;
using SlrtBot.Bot.Dialogs.Several;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Bot.Dialogs;

/// <summary>Where a chat stands when nothing is under way. Whoever starts to tell a story here is in the middle of one.</summary>
[StoredAs(DialogName)]
[Unguarded("it shows what can be done, and begins something new")]
public sealed class MenuDialog(SmallTalk talk, DialogCatalogue dialogs, ProgrammeQuestions questions, FieldFormFiller forms, Newcomers newcomers,
    StoryGuess guess) : Dialog
{
    private const string DialogName = "menu";

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

    public override bool Collects(Turn turn, string text) => TextFolding.Fold(text) is { Length: > 0 } folded && !talk.IsGreeting(folded) && !talk.IsThanks(folded);

    /// <summary>A bare number is a try to look somebody up: it is told why that does not work.</summary>
    public override bool AsksForNumber(Turn turn, string text) => !text.Any(char.IsLetter);

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
        if (talk.IsThanks(folded))
        {
            turn.Add(turn.Phrase("thanks"));
            Begin(turn);
        }
        else if (answer.IsText && await forms.TryBeginAsync(turn, answer, cancellationToken))
        {
            return true;
        }
        else if (answer.IsForwarded && StoryStep.IsStory(answer.Text))
        {
            turn.Add(turn.Phrase("not_kept.forwarded"));
            turn.Show(DialogName, Question(turn));
        }
        else if (answer.IsText && answer.Files.Count == 0 && await questions.TryAnswerAsync(turn, answer.Text, cancellationToken))
        {
            return true;
        }
        else if (!talk.IsGreeting(folded) && await newcomers.TryTakeAsync(turn, answer, cancellationToken))
        {
            return true;
        }
        else if (answer.Files.Count > 0 || answer.Place is not null || (StoryStep.IsStory(answer.Text) && !guess.IsTalk(answer.Text)))
        {
            turn.Add(isNew ? turn.Phrase("welcome.short") : null);
            await dialogs.Complaint.BeginAsync(turn, answer, cancellationToken);
        }
        else if (answer.IsText && guess.NamesTrouble(answer.Text))
        {
            turn.Add(isNew ? turn.Phrase("welcome.short") : null);
            turn.Add(StoryStep.Kept(turn, answer.Text));
            await dialogs.Complaint.BeginAsync(turn, answer, cancellationToken, new ComplaintDraft { Story = answer.Text });
        }
        else if (isNew || talk.IsGreeting(folded))
        {
            Welcome(turn);
        }
        else
        {
            ShowPuzzled(turn, UnusableThings.NotNeeded(turn, answer));
        }

        return true;
    }

    /// <summary>Ends what was under way without a word.</summary>
    public static void Rest(Turn turn) => Rest(turn.Conversation);

    private static void Rest(Conversation conversation)
    {
        conversation.Dialog = null;
        conversation.Step = null;
        conversation.Draft = null;
        conversation.DraftId = null;
        conversation.Misunderstood = 0;
    }

    private static Prompt Question(Turn turn) => turn.Question("menu").With(
        turn.Option(Words.Report, ChoiceStyle.Primary), turn.Option(Words.Status), turn.Option(InfoWord.Key), turn.Option(Words.Language),
        turn.Option(Words.Officer));
}
