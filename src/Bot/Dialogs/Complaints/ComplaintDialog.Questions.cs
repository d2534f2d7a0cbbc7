using SlrtBot.Bot.Engine;

namespace SlrtBot.Bot.Dialogs.Complaints;

/// <content>Questions that are no answer: they are answered, and the form's question waits.</content>
public sealed partial class ComplaintDialog
{
    /// <summary>"SMP dapat PKH?", "syaratnya apa?" in the middle of the form.</summary>
    public override async Task<bool> TakeAsync(Turn turn, Answer answer, CancellationToken cancellationToken) =>
        (answer is { IsText: true, IsForwarded: false, Files.Count: 0 } && !IsAtRest(turn) && turn.Conversation.Step != StoryStep.StepName
            && (await eligible.TryAnswerAsync(turn, answer.Text, cancellationToken) || await TellRequirementsAsync(turn, answer.Text, cancellationToken)))
        || await base.TakeAsync(turn, answer, cancellationToken);

    private async Task<bool> TellRequirementsAsync(Turn turn, string text, CancellationToken cancellationToken)
    {
        if (await requirements.AnswerAsync(turn, text, turn.Draft<ComplaintDraft>().Story, cancellationToken) is not { } said)
        {
            return false;
        }

        turn.Conversation.Misunderstood = 0;
        if (turn.Conversation.Step == ReviewStep.StepName)
        {
            // The summary fills a message by itself.
            turn.SayApart(said);
        }
        else
        {
            turn.Add(said);
        }

        Show(turn);
        return true;
    }
}
