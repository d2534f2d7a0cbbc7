using SlrtBot.Bot.Dialogs.Status;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Complaints.Representatives;

namespace SlrtBot.Bot.Dialogs.Representatives;

/// <summary>"kode 7K3MQ-9QXA4": the code of a slip, for channels that no link leads into.</summary>
[Hears("slip", WithMore = true)]
[Unguarded("whoever holds the paper may join its complaint; what it leads to waits for the PIN")]
internal sealed class SlipWord(SlipJoiner joiner, StatusTeller status) : GlobalWord
{
    private const int MostWords = 2;

    public override async Task<bool> DoAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        if (answer.Rest.Length == 0)
        {
            status.Say(turn, turn.Phrase("slip.how"));
            return true;
        }

        // More words are somebody's sentence.
        if (answer.Rest.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length > MostWords
            || (!answer.Rest.Any(char.IsAsciiDigit) && SlipCode.Read(answer.Rest) is null))
        {
            return false;
        }

        await joiner.JoinAsync(turn, answer.Rest, cancellationToken);
        return true;
    }
}
