using SlrtBot.Bot.Dialogs.Office;
using SlrtBot.Bot.Dialogs.Officers;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Talks;

namespace SlrtBot.Bot.Dialogs.Emergencies;

/// <summary>
/// Whoever wanted to die and has said that they are safe goes on being listened to: what they write goes to the officers, and answers no question of a
/// form, until they ask for one.
/// </summary>
[Unguarded("an emergency never waits")]
public sealed class AfterDespair(DialogCatalogue dialogs, OfficeCard office, HearInDanger hear) : Listener
{
    private static readonly TimeSpan Within = TimeSpan.FromHours(1);

    public override async Task<bool> TryTakeAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        if (!WithSomebody.IsOpen(turn) || answer.Choice is not null || answer.Word is not null || turn.Conversation.DangerAt + Within <= turn.Context.Now)
        {
            return false;
        }

        await hear.DoAsync(turn.Conversation, turn.Context.Message, turn.Context.Files, isAlarm: false, turn.Context.By, cancellationToken);
        // Never the same sentence twice in a row: it would say that nobody reads.
        Show(turn, turn.Conversation.Misunderstood++ % 2 == 0 ? "emergency.self.here" : "emergency.listening.still");
        return true;
    }

    /// <param name="phrase">With the number of those who listen.</param>
    public void Show(Turn turn, string phrase) =>
        WithSomebody.Show(turn, turn.Phrase(phrase, ("number", office.FirstLine(DangerKind.Self))), dialogs.Of(turn).Expects(turn));
}
