namespace SlrtBot.Bot.Engine;

/// <summary>A conversation about one thing, step by step, of which any may be left and taken up again.</summary>
public abstract class Dialog
{
    /// <summary>As stored with the conversation.</summary>
    public abstract string Name { get; }

    /// <returns>False: the dialog had come to rest, and what was sent is not for it.</returns>
    public abstract Task<bool> TakeAsync(Turn turn, Answer answer, CancellationToken cancellationToken);

    /// <summary>The present question, once more.</summary>
    public abstract void Show(Turn turn);

    /// <summary>The present question, asked in another way each time (see <see cref="Reprompt"/>).</summary>
    public abstract void ShowPuzzled(Turn turn, string? because);

    /// <summary>Dialog and present step: where an interposed question ("really cancel?") returns to.</summary>
    public abstract string Path(Turn turn);

    /// <summary>Nothing is under way: what is sent now begins something new.</summary>
    public abstract bool IsAtRest(Turn turn);

    /// <summary>Whether such words may be the beginning of a story in several messages, so that the answer waits for the rest.</summary>
    public virtual bool Collects(Turn turn, string text) => false;

    /// <summary>Plain words are an answer to this dialog's open question, and to nothing else.</summary>
    public virtual bool Expects(Turn turn) => !IsAtRest(turn);

    /// <summary>Whether a NIK in these words is an answer: then the dialog gets them as they are.</summary>
    public virtual bool AsksForNumber(Turn turn, string text) => false;

    /// <summary>Of words that answer the open question for sure, what is said beside the answer.</summary>
    /// <returns>Empty where they are nothing but the answer; null where they are not surely one.</returns>
    public virtual string? BesideAnswer(Turn turn, Answer answer) => null;

    /// <summary>
    /// What calms a person who, after all is done, sends something that means nothing: a sticker, an old button. Null where
    /// nothing has just been done.
    /// </summary>
    public virtual string? Reassurance(Turn turn) => null;

    /// <summary>What "help" says here.</summary>
    public abstract string? Help(Turn turn);

    /// <summary>The question before the present one; the first one again where there is none.</summary>
    public abstract void Back(Turn turn);

    /// <summary>How many answers would be lost with the draft.</summary>
    public abstract int Answered(Turn turn);
}
