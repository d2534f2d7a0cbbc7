namespace SlrtBot.Bot.Engine;

/// <summary>
/// A dialog as an ordered list of questions about one draft. The next question is always the first that applies and
/// has no answer, so that answers given early, or changed at the end, need no paths of their own.
/// </summary>
public abstract class StepwiseDialog<TDraft> : Dialog
    where TDraft : class, new()
{
    protected abstract IReadOnlyList<Step<TDraft>> Steps { get; }

    public override async Task<bool> TakeAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        var draft = turn.Draft<TDraft>();
        var step = Present(turn, draft);
        var next = await HearAsync(turn, draft, step, answer, cancellationToken);
        if (next.Kind == NextKind.NotMine)
        {
            return false;
        }

        draft = next.Draft as TDraft ?? draft;
        turn.Store(draft);
        Follow(turn, draft, step, answer, next);
        return true;
    }

    public override void Show(Turn turn)
    {
        var draft = turn.Draft<TDraft>();
        Ask(turn, draft, Present(turn, draft));
    }

    public override void ShowPuzzled(Turn turn, string? because)
    {
        var draft = turn.Draft<TDraft>();
        var step = Present(turn, draft);
        turn.Show(PathOf(step), Reprompt.Of(turn, Question(turn, draft, step), because));
    }

    public override string Path(Turn turn) => PathOf(Present(turn, turn.Draft<TDraft>()));

    public override bool Collects(Turn turn, string text)
    {
        var draft = turn.Draft<TDraft>();
        return Present(turn, draft).Collects(draft, text);
    }

    public override string? Help(Turn turn)
    {
        var draft = turn.Draft<TDraft>();
        return Present(turn, draft).Ask(turn, draft).Help;
    }

    public override void Back(Turn turn)
    {
        var draft = turn.Draft<TDraft>();
        var present = Present(turn, draft);
        turn.Conversation.Misunderstood = 0;
        Ask(turn, draft, Before(turn, draft, present) ?? present);
    }

    public override int Answered(Turn turn)
    {
        var draft = turn.Draft<TDraft>();
        return Steps.Count(s => s.Applies(turn, draft) && s.IsAnswered(turn, draft));
    }

    /// <summary>Starts with what is known already.</summary>
    protected void Begin(Turn turn, TDraft draft)
    {
        turn.Conversation.Dialog = Name;
        turn.Conversation.Misunderstood = 0;
        Prepare(turn, draft);
        turn.Store(draft);
        Ask(turn, draft, FirstOpen(turn, draft));
    }

    /// <summary>Before the next question is looked for: what need not be asked any more may be filled.</summary>
    protected virtual void Prepare(Turn turn, TDraft draft)
    {
    }

    /// <summary>Takes what is useful at any step, before the step sees it; null leaves everything to the step.</summary>
    protected virtual Next? Keep(Turn turn, TDraft draft, Step<TDraft> step, Answer answer) => null;

    /// <summary>The parts of a message that may each be the answer, in the order in which they are tried; none where it is one piece.</summary>
    protected virtual IEnumerable<AnswerPart> Parts(Turn turn, Step<TDraft> step, Answer answer) => [];

    /// <summary>Takes what was said beside an answer.</summary>
    protected virtual void TakeBeside(Turn turn, TDraft draft, Step<TDraft> step, string text)
    {
    }

    /// <summary>What is done with words that the step could not read, and is to be said of them; null: nothing.</summary>
    protected virtual string? Unread(Turn turn, TDraft draft, Step<TDraft> step, Answer answer) => null;

    /// <summary>Where "back" leads; null: there is no way back.</summary>
    protected virtual Step<TDraft>? Before(Turn turn, TDraft draft, Step<TDraft> step) =>
        Steps.TakeWhile(s => s != step).LastOrDefault(s => s.Applies(turn, draft));

    /// <summary>What is to be said of the steps that need not be asked any more; null: nothing.</summary>
    protected virtual string? Between(Turn turn, Step<TDraft> answered, Step<TDraft> next) => null;

    /// <summary>What follows when the dialog is over.</summary>
    protected abstract void Leave(Turn turn);

    private async Task<Next> HearAsync(Turn turn, TDraft draft, Step<TDraft> step, Answer answer, CancellationToken cancellationToken)
    {
        var parts = Parts(turn, step, answer).ToList();
        if (await TakePartAsync(turn, draft, step, parts.Where(part => part.IsSure), cancellationToken) is { } sure)
        {
            return sure;
        }

        var next = Keep(turn, draft, step, answer) ?? await step.TakeAsync(turn, draft, answer, cancellationToken);
        return next.Kind != NextKind.Puzzled ? next
            : await TakePartAsync(turn, draft, step, parts, cancellationToken)
            ?? (next.Text is null && Unread(turn, draft, step, answer) is { } why ? Next.Puzzled(why) : next);
    }

    /// <summary>The first part that the step can read leads on; a part that it only keeps is none.</summary>
    private async Task<Next?> TakePartAsync(Turn turn, TDraft draft, Step<TDraft> step, IEnumerable<AnswerPart> parts, CancellationToken cancellationToken)
    {
        foreach (var part in parts)
        {
            var next = await step.TakeAsync(turn, draft, part.Answer, cancellationToken);
            if (next.Kind is NextKind.Forward or NextKind.To)
            {
                TakeBeside(turn, draft, step, part.Beside);
                return next;
            }

            // Whoever refused is not asked on, and what stood beside it is kept no more than the rest.
            if (next.Kind == NextKind.Over)
            {
                return next;
            }
        }

        return null;
    }

    private void Follow(Turn turn, TDraft draft, Step<TDraft> step, Answer answer, Next next)
    {
        switch (next.Kind)
        {
            case NextKind.Puzzled:
                turn.Show(PathOf(step), Reprompt.Of(turn, Question(turn, draft, step), next.Text ?? NotKept.NotNeeded(turn, answer)));
                return;
            case NextKind.Silent:
                return;
        }

        turn.Conversation.Misunderstood = 0;
        turn.Add(next.Text);
        switch (next.Kind)
        {
            case NextKind.Said:
                return;
            case NextKind.Over:
                Leave(turn);
                return;
            case NextKind.Forward:
                Prepare(turn, draft);
                turn.Store(draft);
                var open = FirstOpen(turn, draft);
                turn.Add(Between(turn, step, open));
                Ask(turn, draft, open);
                return;
            case NextKind.To:
                Ask(turn, draft, Steps.First(s => s.Name == next.Step));
                return;
            default:
                Ask(turn, draft, step);
                return;
        }
    }

    private void Ask(Turn turn, TDraft draft, Step<TDraft> step)
    {
        turn.Conversation.Step = step.Name;
        turn.Show(PathOf(step), Question(turn, draft, step));
    }

    private Prompt Question(Turn turn, TDraft draft, Step<TDraft> step)
    {
        var prompt = step.Ask(turn, draft);
        return Before(turn, draft, step) is null ? prompt : prompt.With(turn.Option(Words.Back));
    }

    private string PathOf(Step<TDraft> step) => $"{Name}/{step.Name}";

    // A step that a newer release dropped sends its residents to the first question that is still open.
    private Step<TDraft> Present(Turn turn, TDraft draft) =>
        Steps.FirstOrDefault(s => s.Name == turn.Conversation.Step) ?? FirstOpen(turn, draft);

    private Step<TDraft> FirstOpen(Turn turn, TDraft draft) =>
        Steps.First(s => s.Applies(turn, draft) && !s.IsAnswered(turn, draft));
}
