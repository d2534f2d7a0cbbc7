using SlrtBot.Bot.Dialogs.Additions;
using SlrtBot.Bot.Dialogs.Complaints;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Complaints.Changes;

namespace SlrtBot.Bot.Dialogs.Emergencies;

/// <summary>
/// The lodged complaint that words are for beyond doubt: what is being added to, what they reply to, what staff have asked
/// about, what was sent within the hour. Words of an emergency mark it before anything is asked, since whoever is in danger may never answer.
/// </summary>
public sealed class ComplaintMeant(DialogCatalogue dialogs, RepliedComplaint replied, StaffQuestions questions, Addenda addenda)
{
    private static readonly TimeSpan Just = TimeSpan.FromHours(1);

    /// <returns>Null where there is none, or where that would have to be asked.</returns>
    public async Task<Guid?> OfAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        if (turn.Conversation.IsLocked(turn.Context.Now))
        {
            return null;
        }

        if (dialogs.Of(turn).Expects(turn))
        {
            return turn.Conversation.Dialog == AddingDialog.DialogName ? turn.Draft<AddingDraft>().ComplaintId : null;
        }

        return answer.ReplyTo is { } messageId && await replied.OfAsync(turn.Conversation.Id, messageId, cancellationToken) is { } complaint
            ? complaint.Id
            : await questions.AskedAsync(turn, cancellationToken) switch
            {
                [] => await JustSentAsync(turn, cancellationToken),
                [var asked] => asked.Id,
                _ => null,
            };
    }

    private async Task<Guid?> JustSentAsync(Turn turn, CancellationToken cancellationToken) =>
        ComplaintDialog.JustSent(turn) is { } sent && (await addenda.UnderWayAsync(turn, cancellationToken)).Find(c => c.Id == sent) is { } complaint
            && complaint.LodgedAt + Just > turn.Context.Now ? sent : null;
}
