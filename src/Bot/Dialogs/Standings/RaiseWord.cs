using SlrtBot.Bot.Dialogs.Anywhere;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Bot.Dialogs.Standings;

/// <summary>"It is overdue, please raise it."</summary>
[Hears(Key, $"{Key}.", WithCode = true), Guarded]
internal sealed class RaiseWord(
    ComplaintQueries complaints, RaiseComplaint raise, StatusTeller status, ComplaintChoice choice, AreaCatalogue areas) : AnywhereWord
{
    public const string Key = "raise";

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
                await RaiseAsync(turn, one, cancellationToken);
            }

            return true;
        }

        var meant = await MeantAsync(turn, cancellationToken);
        if (meant is [var only])
        {
            await RaiseAsync(turn, only, cancellationToken);
        }
        else
        {
            choice.Ask(turn, Key, meant);
        }

        return true;
    }

    /// <summary>Those whose promise has passed; where none has, those that are told so.</summary>
    private async Task<IReadOnlyList<Complaint>> MeantAsync(Turn turn, CancellationToken cancellationToken)
    {
        var all = await complaints.OfConversationAsync(turn.Conversation.Id, cancellationToken);
        var open = all.Where(c => c.StatusType == StatusType.Open).ToList();
        var past = open.Where(c => c.IsPast(LocalDay.Of(turn.Context.Now, areas.ZoneOf(c.VillageCode)))).ToList();
        return past.Count > 0 ? past : open.Count > 0 ? open : all;
    }

    private async Task RaiseAsync(Turn turn, Complaint complaint, CancellationToken cancellationToken)
    {
        var outcome = await raise.DoAsync(complaint.Id, turn.Context.By, cancellationToken);
        var said = outcome.Succeeded ? "raised" : $"raised.{outcome.Refusals[0].Code}";
        status.Say(
            turn, turn.Phrase(said, ("reference", complaint.Reference), ("date", complaint.PromiseOn)),
            new Option(AboutComplaint.Key(StatusTeller.One, complaint.Reference), turn.Phrase("choice.standing")));
    }
}
