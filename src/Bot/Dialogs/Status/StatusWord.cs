using SlrtBot.Bot.Engine;

namespace SlrtBot.Bot.Dialogs.Status;

/// <summary>How far this chat's complaints have come, or the one whose number follows.</summary>
[Hears(Words.Status, $"{StatusTeller.One}.", WithMore = true), Guarded]
internal sealed class StatusWord(StatusTeller status) : GlobalWord
{
    public override async Task<bool> DoAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        var named = AboutComplaint.ReferenceIn(KeyOf(answer)) ?? answer.Rest;
        if (named.Length > 0)
        {
            return status.TryRefuseNationalId(turn, named) || await status.TellOneAsync(turn, named, cancellationToken);
        }

        await status.TellAllAsync(turn, cancellationToken);
        return true;
    }
}
