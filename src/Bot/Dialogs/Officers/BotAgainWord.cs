using SlrtBot.Bot.Engine;
using SlrtBot.Core.Talks;

namespace SlrtBot.Bot.Dialogs.Officers;

/// <summary>The person has talked to an officer, or waited for one, long enough: the bot takes up where it stood.</summary>
[Hears(Key)]
[Unguarded("it ends a talk that anybody may begin")]
internal sealed class BotAgainWord(DialogCatalogue dialogs, EndTalk end) : GlobalWord
{
    public const string Key = "bot";

    public override async Task<bool> DoAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        var ended = await end.DoAsync(turn.Conversation.Id, TalkEnd.Person, null, turn.Context.By, cancellationToken);
        turn.Add(ended is { Succeeded: true, Value: true } ? turn.Phrase("handover.over") : null);
        dialogs.Return(turn);
        return true;
    }
}
