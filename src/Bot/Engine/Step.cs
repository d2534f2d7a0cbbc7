namespace SlrtBot.Bot.Engine;

/// <summary>
/// One question of a dialog: how it is asked, and what becomes of the answer. Steps hold no state; what they learn
/// goes into the draft.
/// </summary>
public abstract class Step<TDraft>
{
    /// <summary>As stored with the conversation: renaming one strands the residents who stand on it.</summary>
    public abstract string Name { get; }

    /// <summary>False where other answers make the question pointless.</summary>
    public virtual bool Applies(Turn turn, TDraft draft) => true;

    public abstract bool IsAnswered(Turn turn, TDraft draft);

    public abstract Prompt Ask(Turn turn, TDraft draft);

    public virtual Task<Next> TakeAsync(Turn turn, TDraft draft, Answer answer, CancellationToken cancellationToken) =>
        Task.FromResult(Take(turn, draft, answer));

    /// <summary>Whether such words may be the beginning of a story in several messages; see <see cref="Dialog.Collects"/>.</summary>
    public virtual bool Collects(TDraft draft, string text) => false;

    protected virtual Next Take(Turn turn, TDraft draft, Answer answer) => Next.Puzzled();
}
