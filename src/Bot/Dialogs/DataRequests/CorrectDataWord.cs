using SlrtBot.Bot.Engine;
using SlrtBot.Core.Areas;
using SlrtBot.Core.DataRequests;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Bot.Dialogs.DataRequests;

/// <summary>Something kept is wrong: an officer mends it, within three days.</summary>
[Hears("correct"), Guarded]
internal sealed class CorrectDataWord(DialogCatalogue dialogs, OpenRequest request, DataRequestTerm term) : GlobalWord
{
    public override async Task<bool> DoAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        var outcome = await request.DoAsync(turn.Conversation, new(DataRequestKind.Correct, answer.Rest), turn.Context.By, cancellationToken);
        turn.Add(turn.Phrase("rights.correct.opened", ("until", term.Of(turn, outcome.Value))));
        dialogs.Return(turn);
        return true;
    }
}

/// <summary>
/// Until when a request is answered, in the chat's zone. Nobody is promised an hour of the night: there the day is said that
/// ends before it.
/// </summary>
public sealed class DataRequestTerm(AreaCatalogue areas, WorkingCalendar calendar)
{
    private static readonly TimeSpan HalfADay = TimeSpan.FromHours(12);

    public string Of(Turn turn, DataRequest request)
    {
        var zone = areas.ZoneOf(turn.Conversation.VillageCode ?? areas.HomeRegency);
        return calendar.NotBefore(request.DueAt, zone) == request.DueAt
            ? turn.Phrases.DateTime(turn.Language, request.DueAt, zone)
            : turn.Phrases.Date(turn.Language, LocalDay.Of(request.DueAt - HalfADay, zone));
    }
}
