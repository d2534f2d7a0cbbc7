using SlrtBot.Bot.Dialogs.Status;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Feedback;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Bot.Dialogs.Feedback;

/// <summary>The answer to "have you received it?", pressed under the question however long ago that came.</summary>
[Hears(Family), Guarded]
internal sealed class ReceivedWord(
    ConfirmReceipt confirm, StatusTeller status, DialogCatalogue dialogs, FeedbackDialog afterwards) : GlobalWord
{
    public const string Family = "received.";

    private static readonly Dictionary<string, Confirmation> Answers = new()
    {
        [$"{Family}yes"] = Confirmation.Received,
        [$"{Family}partly"] = Confirmation.Partly,
        [$"{Family}no"] = Confirmation.NotReceived,
    };

    public override async Task<bool> DoAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        var key = KeyOf(answer);
        if (AboutComplaint.ReferenceIn(key) is not { } reference || !Answers.TryGetValue(AboutComplaint.WordOf(key), out var said))
        {
            return false;
        }

        if (await status.FindAsync(turn, reference, cancellationToken) is { } complaint)
        {
            await ConfirmAsync(turn, complaint, said, cancellationToken);
        }

        return true;
    }

    /// <summary>A form under way is not broken into: the answer is taken, and its question returns.</summary>
    private async Task ConfirmAsync(Turn turn, Complaint complaint, Confirmation said, CancellationToken cancellationToken)
    {
        var outcome = await confirm.DoAsync(complaint.Id, said, turn.Context.By, cancellationToken);
        var phrase = outcome.Succeeded ? $"confirmed.{Codes.Of(said)}" : $"{Family}{outcome.Refusals[0].Code}";
        var told = turn.Phrase(phrase, ("reference", complaint.Reference), ("date", complaint.PromiseOn));
        if (!outcome.Succeeded || !dialogs.Of(turn).IsAtRest(turn))
        {
            status.Say(turn, told);
            return;
        }

        turn.Add(told);
        if (said == Confirmation.Received)
        {
            afterwards.AskRating(turn, outcome.Value);
        }
        else
        {
            afterwards.AskWhatIsMissing(turn, outcome.Value);
        }
    }
}
