using SlrtBot.Bot.Dialogs.Listening;
using SlrtBot.Core.Complaints;

namespace SlrtBot.Bot.Dialogs;

/// <summary>Staff asked this chat something: what is written next, while nothing else is under way, is the answer.</summary>
public sealed class StaffQuestions(DialogCatalogue dialogs, ComplaintQueries complaints, AnswerQuestion answerQuestion) : Listener
{
    public override async Task<bool> TryTakeAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        if (dialogs.Of(turn).Expects(turn) || (!answer.IsText && answer.Files.Count == 0))
        {
            return false;
        }

        var asked = (await complaints.OfConversationAsync(turn.Conversation.Id, cancellationToken))
            .Find(c => c.Status == ComplaintStatus.NeedsInformation);
        if (asked is null)
        {
            return false;
        }

        await answerQuestion.DoAsync(asked.Id, turn.Context.Message, turn.Context.By, cancellationToken, answer.Numbers);
        foreach (var file in turn.Context.Files)
        {
            file.ComplaintId = asked.Id;
        }

        turn.Add(turn.Phrase("question.answered", ("reference", asked.Reference)));
        return true;
    }
}
