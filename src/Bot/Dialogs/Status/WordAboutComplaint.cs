using SlrtBot.Bot.Engine;
using SlrtBot.Core.Complaints;

namespace SlrtBot.Bot.Dialogs.Status;

/// <summary>
/// A word about one complaint: the one whose number came with it, the only one that it can mean, or the one that is
/// chosen from several by a button.
/// </summary>
public abstract class WordAboutComplaint(ComplaintChoice choice) : GlobalWord
{
    /// <summary>The phrase that asks which of several is meant.</summary>
    protected virtual string Which => "complaint.which";

    /// <summary>What is said where this chat has complaints, and none that the word can mean.</summary>
    protected virtual string Nothing => "status.none";

    public sealed override async Task<bool> DoAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        var key = KeyOf(answer);
        if (ComplaintChoice.Named(key, answer.Rest) is not { } named)
        {
            return false;
        }

        if (await TakeOtherwiseAsync(turn, answer, named, cancellationToken) is { } taken)
        {
            return taken;
        }

        if (await OneAsync(turn, key, named, cancellationToken) is { } one)
        {
            await TakeAsync(turn, one, cancellationToken);
        }

        return true;
    }

    protected abstract Task TakeAsync(Turn turn, Complaint complaint, CancellationToken cancellationToken);

    /// <summary>Those that the word can mean without a number, of all that this chat may follow.</summary>
    protected virtual Task<IReadOnlyList<Complaint>> MeantAsync(Turn turn, IReadOnlyList<Complaint> all, CancellationToken cancellationToken) =>
        Task.FromResult(all);

    /// <summary>Where the word means something else at this moment.</summary>
    /// <param name="named">A reference; empty where none came with the word.</param>
    /// <returns>What <see cref="DoAsync"/> returns then; null where it means a complaint.</returns>
    protected virtual Task<bool?> TakeOtherwiseAsync(Turn turn, Answer answer, string named, CancellationToken cancellationToken) =>
        Task.FromResult<bool?>(null);

    /// <returns>Null where nothing is left to do: it is asked or said what there is.</returns>
    private async Task<Complaint?> OneAsync(Turn turn, string key, string named, CancellationToken cancellationToken)
    {
        if (named.Length > 0)
        {
            return await choice.FindAsync(turn, named, cancellationToken);
        }

        var all = await choice.AllAsync(turn, cancellationToken);
        switch (all.Count == 0 ? all : await MeantAsync(turn, all, cancellationToken))
        {
            case []:
                choice.SayNone(turn, all.Count == 0 ? "status.none" : Nothing);
                return null;
            case [var only]:
                return only;
            case var several:
                await choice.AskAsync(turn, key, Which, several, cancellationToken);
                return null;
        }
    }
}
