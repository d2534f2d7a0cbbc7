using SlrtBot.Bot.Dialogs.Listening;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Handovers;
using SlrtBot.Core.Understanding;

namespace SlrtBot.Bot.Dialogs;

/// <summary>
/// Words of an emergency, anywhere: the numbers to call come first, in a message of their own; officers see the chat at
/// once, sent or not; and the conversation goes on when it is safe. A false alarm costs one message; a missed one may
/// cost a life.
/// </summary>
public sealed class EmergencyCard(Understander understander, OfficeCard office, RequestOfficer request) : Listener
{
    /// <returns>Always false: what was written is heard by others too.</returns>
    public override async Task<bool> TryTakeAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        if (answer.IsText && understander.Understand(answer.Text) is { Urgency: Urgency.Emergency } heard)
        {
            turn.IsUrgent = true;
            await CallAsync(turn, heard, cancellationToken);
        }

        return false;
    }

    private async Task CallAsync(Turn turn, Understood heard, CancellationToken cancellationToken)
    {
        turn.SayApart($"{office.Hotlines(turn)}\n\n{turn.Phrase("emergency.called")}");
        if (!turn.Conversation.WithOfficer)
        {
            var isSensitive = heard.Category is { } category && ComplaintCategory.Get(category).IsSensitive;
            await request.DoAsync(turn.Conversation, turn.Context.By, cancellationToken, isSensitive);
        }
    }
}
