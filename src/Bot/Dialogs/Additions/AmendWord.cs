using SlrtBot.Bot.Dialogs.Complaints;
using SlrtBot.Bot.Dialogs.DataRequests;
using SlrtBot.Bot.Dialogs.Status;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Complaints;

namespace SlrtBot.Bot.Dialogs.Additions;

/// <summary>
/// "Ralat", "ada yang salah", "perbaiki": what was sent is put right by an addition, and no new complaint begins. Where no
/// complaint is meant, "perbaiki" asks for the data of the chat to be mended.
/// </summary>
[Hears(Key, OrData, Family, WithMore = true), Guarded(AtRestOnly = true)]
internal sealed class AmendWord(
    Addenda addenda, AddendumQuestion question, AddingDialog adding, ComplaintChoice choice, CorrectDataWord data, DialogCatalogue dialogs) : GlobalWord
{
    private const string Key = "amend";
    private const string Family = "amend.";
    private const string OrData = "amend.or_data";

    public override async Task<bool> DoAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        if (!dialogs.Of(turn).IsAtRest(turn))
        {
            return false;
        }

        var key = KeyOf(answer);
        var justSent = ComplaintDialog.JustSent(turn);
        var underWay = await addenda.UnderWayAsync(turn, cancellationToken);
        var meant = AboutComplaint.ReferenceIn(key) is { } pressed
            ? underWay.FindAll(c => c.Reference == pressed)
            : underWay.FindAll(c => justSent is null || c.Id == justSent);
        if (meant.Count == 0 || (key == OrData && answer.Rest.Length > 0 && justSent is null))
        {
            return key == OrData && await data.DoAsync(turn, answer, cancellationToken);
        }

        await AmendAsync(turn, meant, answer, cancellationToken);
        return true;
    }

    private async Task AmendAsync(Turn turn, List<Complaint> meant, Answer answer, CancellationToken cancellationToken)
    {
        switch (meant)
        {
            case [var one] when answer.Rest.Length == 0:
                adding.BeginAmending(turn, one);
                break;
            case [var one] when one.Id == ComplaintDialog.JustSent(turn) && turn.Sent(answer) is var sent && await addenda.JoinAsync(turn, one, sent, cancellationToken) is not null:
                adding.GoOn(turn, one, sent, turn.Phrase("amend.added", ("reference", one.Reference)));
                break;
            case var several when answer.Rest.Length > 0:
                // "benerin rumah saya juga" may be another problem.
                await question.KeepAndAskAsync(turn, turn.Sent(answer), several, cancellationToken);
                break;
            case var several:
                await choice.AskAsync(turn, Key, "amend.which", several, cancellationToken);
                break;
        }
    }
}
