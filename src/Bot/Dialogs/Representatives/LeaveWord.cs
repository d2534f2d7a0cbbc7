using SlrtBot.Bot.Dialogs.Anywhere;
using SlrtBot.Bot.Dialogs.Standings;
using SlrtBot.Core.Complaints;

namespace SlrtBot.Bot.Dialogs.Representatives;

/// <summary>"Lepaskan laporan": a chat that was joined by a slip wants to hear no more of that complaint.</summary>
[Hears(Key, $"{Key}.", WithCode = true), Guarded]
internal sealed class LeaveWord(ComplaintQueries complaints, PartChat part, StatusTeller status, ComplaintChoice choice) : AnywhereWord
{
    private const string Key = "leave";

    public override async Task<bool> DoAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        if (ComplaintChoice.Named(KeyOf(answer), answer.Rest) is not { } named)
        {
            return false;
        }

        if (named.Length > 0)
        {
            if (await status.FindAsync(turn, named, cancellationToken) is { } one)
            {
                await LeaveAsync(turn, one, cancellationToken);
            }

            return true;
        }

        var joined = (await complaints.OfConversationAsync(turn.Conversation.Id, cancellationToken))
            .Where(c => c.ConversationId != turn.Conversation.Id).ToList();
        switch (joined)
        {
            case []:
                status.Say(turn, turn.Phrase("leave.nothing"));
                break;
            case [var only]:
                await LeaveAsync(turn, only, cancellationToken);
                break;
            default:
                choice.Ask(turn, Key, joined);
                break;
        }

        return true;
    }

    private async Task LeaveAsync(Turn turn, Complaint complaint, CancellationToken cancellationToken)
    {
        var outcome = await part.LeaveAsync(complaint, turn.Context.By, cancellationToken);
        status.Say(turn, turn.Phrase(outcome.Succeeded ? "leave.done" : "leave.filed_here", ("reference", complaint.Reference)));
    }
}
