using SlrtBot.Bot.Engine;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Language;

namespace SlrtBot.Bot.Dialogs.Scams;

/// <summary>One question: which word opens our messages. Whoever wants something else is not held back.</summary>
[StoredAs(DialogName), Guarded]
public sealed class KeyWordDialog(ChooseKeyWord choose, SmallTalk talk) : StepwiseDialog<KeyWordDraft>
{
    public const string DialogName = "key_word";

    public override string Name => DialogName;

    protected override IReadOnlyList<Step<KeyWordDraft>> Steps { get; } = [new ChooseStep(choose, talk)];

    public override bool IsAtRest(Turn turn) => true;

    public override bool Expects(Turn turn) => turn.Open.Step.StartsWith($"{DialogName}/", StringComparison.Ordinal);

    public override Task<bool> TakeAsync(Turn turn, Answer answer, CancellationToken cancellationToken) =>
        Expects(turn) ? base.TakeAsync(turn, answer, cancellationToken) : Task.FromResult(false);

    public void Begin(Turn turn) => Begin(turn, new KeyWordDraft());

    protected override void Leave(Turn turn) => MainMenu.Begin(turn);

    private sealed class ChooseStep(ChooseKeyWord choose, SmallTalk talk) : Step<KeyWordDraft>
    {
        public override string Name => "choose";

        public override bool IsAnswered(Turn turn, KeyWordDraft draft) => false;

        public override Prompt Ask(Turn turn, KeyWordDraft draft) =>
            turn.Question("key_word.choose").With(turn.Option(Words.Skip)) with { TakesWords = true };

        public override async Task<Next> TakeAsync(Turn turn, KeyWordDraft draft, Answer answer, CancellationToken cancellationToken)
        {
            if (answer.Choice == Words.Skip)
            {
                return Next.Over(turn.Phrase("key_word.kept"));
            }

            // Whoever greets has forgotten the question, and a greeting is everybody's word.
            var outcome = answer.IsText && !talk.IsGreeting(TextFolding.Fold(answer.Text))
                ? await choose.DoAsync(turn.Conversation, answer.Text, turn.Context.By, cancellationToken)
                : new Refusal("key_word_unfit", "word");
            return outcome.Succeeded
                ? Next.Over(turn.Phrase("key_word.chosen", ("word", TextFolding.CleanLine(answer.Text))))
                : Next.Puzzled(turn.Phrase("key_word.unfit"));
        }
    }
}

/// <summary>Nothing is kept but the word, and that with the conversation.</summary>
public sealed class KeyWordDraft;
