using SlrtBot.Bot.Engine;
using SlrtBot.Core.Conversations;

namespace SlrtBot.Bot.Dialogs.Pins;

/// <summary>Sets the chat's PIN, typed twice. Whoever wants something else is not held back.</summary>
[StoredAs(DialogName), Guarded]
public sealed class PinDialog(ChoosePin choose) : StepwiseDialog<PinDraft>
{
    public const string DialogName = "pin_choice";

    public override string Name => DialogName;

    protected override IReadOnlyList<Step<PinDraft>> Steps { get; } = [new WhatStep(choose), new FirstStep(), new AgainStep(choose)];

    public override bool IsAtRest(Turn turn) => true;

    public override bool Expects(Turn turn) => turn.Open.Step.StartsWith($"{DialogName}/", StringComparison.Ordinal);

    public override Task<bool> TakeAsync(Turn turn, Answer answer, CancellationToken cancellationToken) =>
        Expects(turn) && !IsSomethingElse(answer) ? base.TakeAsync(turn, answer, cancellationToken) : Task.FromResult(false);

    /// <param name="asksWhat">There is a PIN already: whether to change it or to remove it.</param>
    public void Begin(Turn turn, bool asksWhat) => Begin(turn, new PinDraft { IsDecided = !asksWhat });

    private static bool IsSomethingElse(Answer answer) =>
        answer.Files.Count > 0 || answer.Place is not null || (answer.IsText && Telling.IsOwnStory(answer));

    protected override void Leave(Turn turn) => MainMenu.Begin(turn);

    private sealed class WhatStep(ChoosePin choose) : Step<PinDraft>
    {
        private const string Another = "pin.another";
        private const string None = "pin.remove";

        public override string Name => "what";

        public override bool Applies(Turn turn, PinDraft draft) => !draft.IsDecided;

        public override bool IsAnswered(Turn turn, PinDraft draft) => draft.IsDecided;

        public override Prompt Ask(Turn turn, PinDraft draft) =>
            turn.Question("pin.what").With(turn.Option(Another), turn.Option(None), turn.Option(Words.Skip));

        public override async Task<Next> TakeAsync(Turn turn, PinDraft draft, Answer answer, CancellationToken cancellationToken)
        {
            switch (answer.Choice)
            {
                case Another:
                    draft.IsDecided = true;
                    return Next.Forward();
                case None:
                    await choose.DoAsync(turn.Conversation, null, turn.Context.By, cancellationToken);
                    return Next.Over(turn.Phrase("pin.removed"));
                case Words.Skip:
                    return Next.Over(turn.Phrase("pin.kept"));
                default:
                    return Next.Puzzled();
            }
        }
    }

    private sealed class FirstStep : Step<PinDraft>
    {
        public override string Name => "first";

        public override bool IsAnswered(Turn turn, PinDraft draft) => draft.Hash is not null;

        public override Prompt Ask(Turn turn, PinDraft draft) =>
            turn.Question("pin.choose").With(turn.Option(Words.Skip)) with { TakesWords = true };

        protected override Next Take(Turn turn, PinDraft draft, Answer answer)
        {
            if (answer.Choice == Words.Skip && PinHash.Read(answer.Text) is null)
            {
                return Next.Over(turn.Phrase("pin.kept"));
            }

            if (answer.Text.Any(char.IsAsciiDigit))
            {
                PinGate.Hide(turn);
            }

            if (PinHash.Read(answer.Text) is not { } pin || PinHash.IsPlain(pin))
            {
                return Next.Puzzled(turn.Phrase(PinHash.Read(answer.Text) is null ? "pin.length" : "pin.plain"));
            }

            draft.Hash = PinHash.Make(pin);
            return Next.Forward();
        }
    }

    private sealed class AgainStep(ChoosePin choose) : Step<PinDraft>
    {
        public override string Name => "again";

        public override bool IsAnswered(Turn turn, PinDraft draft) => false;

        public override Prompt Ask(Turn turn, PinDraft draft) =>
            turn.Question("pin.again").With(turn.Option(Words.Skip)) with { TakesWords = true };

        public override async Task<Next> TakeAsync(Turn turn, PinDraft draft, Answer answer, CancellationToken cancellationToken)
        {
            if (draft.Hash is null || (answer.Choice == Words.Skip && PinHash.Read(answer.Text) is null))
            {
                return Next.Over(turn.Phrase("pin.kept"));
            }

            if (answer.Text.Any(char.IsAsciiDigit))
            {
                PinGate.Hide(turn);
            }

            if (PinHash.Read(answer.Text) is not { } pin)
            {
                return Next.Puzzled(turn.Phrase("pin.length"));
            }

            if (!PinHash.Matches(draft.Hash, pin))
            {
                draft.Hash = null;
                return Next.To("first") with { Draft = draft, Text = turn.Phrase("pin.differs") };
            }

            await choose.DoAsync(turn.Conversation, draft.Hash, turn.Context.By, cancellationToken);
            return Next.Over(turn.Phrase("pin.set"));
        }
    }
}

public sealed class PinDraft
{
    public bool IsDecided { get; set; }

    /// <summary>Of the PIN as typed first: it is never kept in any other form.</summary>
    public byte[]? Hash { get; set; }
}
