namespace SlrtBot.Bot.Dialogs.Anywhere;

/// <summary>How far this chat's complaints have come, or the one whose number follows.</summary>
[Hears(Words.Status, WithMore = true)]
internal sealed class StatusWord(StatusTeller status, DialogCatalogue dialogs) : AnywhereWord
{
    public override async Task<bool> DoAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        if (answer.Rest.Length > 0)
        {
            if (!await status.TellOneAsync(turn, answer.Rest, cancellationToken))
            {
                return false;
            }
        }
        else
        {
            await status.TellAllAsync(turn, cancellationToken);
        }

        dialogs.Return(turn);
        return true;
    }
}
