using SlrtBot.Bot.Dialogs.Anywhere;
using SlrtBot.Bot.Dialogs.Standings;
using SlrtBot.Core.Complaints;

namespace SlrtBot.Bot.Dialogs.Several;

/// <summary>"Tambah": something is to be added to a complaint that is under way.</summary>
[Hears(Key, $"{Key}.", WithCode = true), Guarded]
internal sealed class AddWord(
    ComplaintQueries complaints, Addenda addenda, ComplaintLabels labels, StatusTeller status, AddingDialog adding, DialogCatalogue dialogs) : AnywhereWord
{
    public const string Key = "add";

    private const int Shown = 6;

    public override async Task<bool> DoAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        if (ComplaintChoice.Named(KeyOf(answer), answer.Rest) is not { } named)
        {
            return false;
        }

        if (!dialogs.Of(turn).IsAtRest(turn))
        {
            // "Tambah foto" in the middle of a form means the form.
            if (named.Length > 0)
            {
                status.Say(turn, turn.Phrase("adding.later"));
            }

            return named.Length > 0;
        }

        if (named.Length == 0)
        {
            await ChooseAsync(turn, cancellationToken);
        }
        else if (await status.FindAsync(turn, named, cancellationToken) is { } one)
        {
            await BeginAsync(turn, one, cancellationToken);
        }

        return true;
    }

    private async Task ChooseAsync(Turn turn, CancellationToken cancellationToken)
    {
        var underWay = await addenda.UnderWayAsync(turn, cancellationToken);
        var all = underWay.Count > 0 ? underWay : await complaints.OfConversationAsync(turn.Conversation.Id, cancellationToken);
        switch (all)
        {
            case []:
                status.Say(turn, turn.Phrase("status.none"), turn.Option(Words.Report));
                break;
            case [var only]:
                await BeginAsync(turn, only, cancellationToken);
                break;
            default:
                status.Say(turn, turn.Phrase("adding.which"), [.. await labels.ButtonsAsync(turn, Key, all.Take(Shown), cancellationToken)]);
                break;
        }
    }

    /// <summary>What waits for the choice of a complaint has found it with this.</summary>
    private async Task BeginAsync(Turn turn, Complaint complaint, CancellationToken cancellationToken)
    {
        var kept = turn.Kept();
        if (!addenda.MayTake(turn, complaint))
        {
            addenda.SaySettled(turn, complaint);
        }
        else if (!kept.IsEmpty && await addenda.JoinAsync(turn, complaint, kept, cancellationToken) is { } told)
        {
            turn.StoreKept(Core.Conversations.KeptMessages.None);
            adding.GoOn(turn, complaint, kept, told);
        }
        else
        {
            adding.Begin(turn, complaint);
        }
    }
}
