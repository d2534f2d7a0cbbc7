using SlrtBot.Bot.Dialogs.Status;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Complaints.Changes;
using SlrtBot.Core.Visits;

namespace SlrtBot.Bot.Dialogs.Additions;

/// <summary>"I cannot on that day", pressed under the news of a visit: whoever comes is told, and what was written stands in the thread.</summary>
[Hears($"{Key}."), Guarded]
internal sealed class CannotWord(SayCannot cannot, AddToComplaint add, StatusTeller status) : GlobalWord
{
    public const string Key = "visit.cannot";

    public override async Task<bool> DoAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        if (AboutComplaint.ReferenceIn(KeyOf(answer)) is not { } reference)
        {
            return false;
        }

        if (await status.FindAsync(turn, reference, cancellationToken) is { } complaint)
        {
            var outcome = await cannot.DoAsync(complaint.Id, turn.Context.By, cancellationToken);
            if (outcome.Succeeded)
            {
                await add.DoAsync(complaint.Id, turn.Sent(answer), turn.Context.By, cancellationToken);
            }

            status.Say(
                turn,
                RefusedChat.Told(turn, outcome.Refusals, reference)
                    ?? turn.Phrase(outcome.Succeeded ? $"{Key}.told" : $"{Key}.no_visit", ("reference", reference)));
        }

        return true;
    }
}
