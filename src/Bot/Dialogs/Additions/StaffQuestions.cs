using SlrtBot.Bot.Engine;
using SlrtBot.Core.Complaints;

namespace SlrtBot.Bot.Dialogs.Additions;

/// <summary>
/// Staff asked this chat something: what is written next, while nothing else is under way, is the answer. Where they
/// asked about several complaints, it is asked to which.
/// </summary>
[Guarded]
public sealed class StaffQuestions(DialogCatalogue dialogs, Addenda addenda, AddendumQuestion question) : Listener
{
    public override async Task<bool> TryTakeAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        if (dialogs.Of(turn).Expects(turn) || !answer.IsMaterial())
        {
            return false;
        }

        var asked = await AskedAsync(turn, cancellationToken);
        if (asked.Count == 0)
        {
            return false;
        }

        var sent = turn.Sent(answer);
        if (asked is [var one] && await addenda.JoinAsync(turn, one, sent, cancellationToken) is { } told)
        {
            turn.Add(told);
            return true;
        }

        await question.KeepAndAskAsync(turn, sent, asked, cancellationToken);
        return true;
    }

    /// <summary>Whether staff wait for an answer of this chat.</summary>
    public async Task<bool> IsAskedAsync(Turn turn, CancellationToken cancellationToken) =>
        (await AskedAsync(turn, cancellationToken)).Count > 0;

    /// <summary>Those that staff wait for an answer about.</summary>
    public async Task<List<Complaint>> AskedAsync(Turn turn, CancellationToken cancellationToken) =>
        (await addenda.UnderWayAsync(turn, cancellationToken)).FindAll(c => c.Status == ComplaintStatus.NeedsInformation);
}
