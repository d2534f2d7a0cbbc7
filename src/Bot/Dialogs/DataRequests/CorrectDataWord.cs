using SlrtBot.Bot.Engine;
using SlrtBot.Core.Areas;
using SlrtBot.Core.DataRequests;

namespace SlrtBot.Bot.Dialogs.DataRequests;

/// <summary>Something kept is wrong: an officer mends it, within three days.</summary>
[Hears("correct", WithMore = true), Guarded]
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

/// <summary>Until when a request is answered, in the chat's zone.</summary>
public sealed class DataRequestTerm(AreaCatalogue areas)
{
    public string Of(Turn turn, DataRequest request) => turn.Phrases.DateTime(
        turn.Language, request.DueAt, areas.ZoneOf(turn.Conversation.VillageCode ?? areas.HomeRegency));
}
