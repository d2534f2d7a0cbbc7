using SlrtBot.Bot.Dialogs.Status;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Visits;

namespace SlrtBot.Bot.Dialogs.Additions;

/// <summary>"Tidak bisa hari itu" as it is typed, where somebody is to come and nothing else is under way.</summary>
[Guarded]
public sealed class CannotAnswers(
    CannotWords words, DialogCatalogue dialogs, ComplaintQueries complaints, ChatVisits visits, GlobalWordListener anywhere, ComplaintLabels labels, StatusTeller status)
    : Listener
{
    public override async Task<bool> TryTakeAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        if (dialogs.Of(turn).Expects(turn) || !answer.IsText || !words.Hears(answer.Text))
        {
            return false;
        }

        var all = await complaints.OfConversationAsync(turn.Conversation.Id, cancellationToken);
        switch (await visits.PlannedAsync(all, cancellationToken))
        {
            case []:
                return false;
            case [var one]:
                return await anywhere.TryTakeAsync(turn, answer with { Choice = AboutComplaint.Key(CannotWord.Key, one.Reference) }, cancellationToken);
            case var several:
                status.Say(turn, turn.Phrase($"{CannotWord.Key}.which"), [.. await labels.ButtonsAsync(turn, CannotWord.Key, several, cancellationToken)]);
                return true;
        }
    }
}
