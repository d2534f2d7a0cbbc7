using SlrtBot.Bot.Engine;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Talks;

namespace SlrtBot.Bot.Dialogs.Officers;

/// <summary>"Saya tunggu ya": whoever waits hears for what, how long, and that nobody has to sit and watch.</summary>
[Hears("waits")]
[Unguarded("it says nothing of a complaint but that news comes here")]
internal sealed class WaitsWord(
    DialogCatalogue dialogs, NewTalk talks, ComplaintQueries complaints, TalkOptions options, WorkingCalendar calendar, AreaCatalogue areas) : GlobalWord
{
    public override async Task<bool> DoAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        if (await SaidAsync(turn, cancellationToken) is not { } said)
        {
            return false;
        }

        turn.Add(said);
        dialogs.Return(turn);
        return true;
    }

    /// <returns>Null where there is nothing to wait for.</returns>
    private async Task<string?> SaidAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (await talks.RunningAsync(turn.Conversation.Id, cancellationToken) is not null)
        {
            return calendar.IsOpen(turn.Context.Now, turn.Conversation.VillageCode ?? areas.HomeRegency)
                ? turn.Phrase("waits.officer.open", ("minutes", options.AnswerMinutes))
                : turn.Phrase("waits.officer.closed");
        }

        if (!dialogs.Of(turn).IsAtRest(turn))
        {
            return turn.Phrase("waits.here");
        }

        var all = await complaints.OfConversationAsync(turn.Conversation.Id, cancellationToken);
        return all.Any(c => c.StatusType != StatusType.Settled) ? turn.Phrase("waits.news") : null;
    }
}
