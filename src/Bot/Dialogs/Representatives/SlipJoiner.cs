using SlrtBot.Bot.Dialogs.Office;
using SlrtBot.Bot.Dialogs.Status;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Complaints.Representatives;
using SlrtBot.Core.Conversations;

namespace SlrtBot.Bot.Dialogs.Representatives;

/// <summary>Joins this chat to a complaint by the code of its slip, from a link or typed; only so often a day.</summary>
public sealed class SlipJoiner(JoinBySlip join, CountTry tries, OfficeCard office, StatusTeller status)
{
    public async Task JoinAsync(Turn turn, string typed, CancellationToken cancellationToken)
    {
        var mayTry = await tries.DoAsync(TryKind.Slip, turn.Conversation, turn.Context.By, cancellationToken);
        if (!mayTry.Value)
        {
            status.Say(turn, $"{turn.Phrase("slip.too_many_tries")}\n{office.Address(turn)}");
            return;
        }

        var outcome = await join.DoAsync(turn.Conversation, SlipCode.Read(typed), turn.Context.By, cancellationToken);
        if (outcome.Succeeded)
        {
            status.Say(
                turn, turn.Phrase("slip.joined", ("reference", outcome.Value.Reference)),
                new Option(AboutComplaint.Key(StatusTeller.One, outcome.Value.Reference), turn.Phrase("choice.standing")));
        }
        else
        {
            status.Say(turn, $"{turn.Phrase("slip.unknown")}\n{office.Address(turn)}");
        }
    }
}
