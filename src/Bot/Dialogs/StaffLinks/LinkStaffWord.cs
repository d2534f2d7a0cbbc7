using SlrtBot.Bot.Dialogs.Status;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Staff;

namespace SlrtBot.Bot.Dialogs.StaffLinks;

/// <summary>"hubungkan 7K3M-9QXA", for channels that no link leads into.</summary>
[Hears("staff_link", WithMore = true)]
[Unguarded("the code is the member of staff's own, and nothing of the chat is shown")]
internal sealed class LinkStaffWord(StaffLinker linker, StatusTeller status) : GlobalWord
{
    /// <summary>A code may be written in two groups; more words are somebody's sentence.</summary>
    private const int MostWords = 2;

    public override async Task<bool> DoAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        if (answer.Rest.Length == 0)
        {
            status.Say(turn, turn.Phrase("staff_link.how"));
            return true;
        }

        if (!TriesToBeCode(answer.Rest))
        {
            return false;
        }

        await linker.LinkAsync(turn, answer.Rest, cancellationToken);
        return true;
    }

    private static bool TriesToBeCode(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length <= MostWords
        && (text.Any(char.IsAsciiDigit) || ChatCode.Read(text) is not null);
}
