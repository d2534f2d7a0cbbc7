using SlrtBot.Bot.Dialogs.Status;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Conversations;

namespace SlrtBot.Bot.Dialogs.StaffLinks;

/// <summary>The telephone is given on, or the person wants to be a resident only: this chat is no account's any more.</summary>
[Hears("staff_unlink"), Guarded]
internal sealed class UnlinkStaffWord(UnlinkStaffChats unlink, StatusTeller status) : GlobalWord
{
    public override async Task<bool> DoAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        var unlinked = await unlink.DoAsync(new(null, turn.Conversation.Id, StaffChatEnd.Chat), turn.Context.By, cancellationToken);
        if (unlinked.Value == 0)
        {
            return false;
        }

        status.Say(turn, turn.Phrase("staff_link.ended"));
        return true;
    }
}
