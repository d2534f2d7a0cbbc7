using SlrtBot.Bot.Dialogs.Additions;
using SlrtBot.Bot.Dialogs.Status;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Moves;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Bot.Dialogs.Feedback;

/// <summary>"Buka lagi": a settled complaint is opened again, for as long as that may be.</summary>
[Hears(Key, $"{Key}.", WithCode = true), Guarded]
internal sealed class ReopenWord(
    ReopenByResident reopen, AfterAnswerOptions options, StatusTeller status, ComplaintChoice choice, DialogCatalogue dialogs,
    FeedbackDialog afterwards, Addenda addenda) : WordAboutComplaint(choice)
{
    public const string Key = Words.Reopen;

    public static string Told(Turn turn, Outcome<Complaint> outcome, string reference) => outcome.Succeeded
        ? turn.Phrase("reopened", ("reference", reference), ("date", outcome.Value.PromiseOn))
        : RefusedChat.Told(turn, outcome.Refusals, reference) ?? turn.Phrase($"reopened.{outcome.Refusals[0].Code}", ("reference", reference));

    protected override Task<IReadOnlyList<Complaint>> MeantAsync(Turn turn, IReadOnlyList<Complaint> all, CancellationToken cancellationToken)
    {
        var settled = all.Where(c => options.MayReopen(c, turn.Context.Now)).ToList();
        return Task.FromResult(settled.Count > 0 ? settled : all);
    }

    protected override async Task TakeAsync(Turn turn, Complaint complaint, CancellationToken cancellationToken)
    {
        var outcome = await reopen.DoAsync(complaint.Id, turn.Context.By, cancellationToken);
        var told = Told(turn, outcome, complaint.Reference);
        if (!outcome.Succeeded || !dialogs.Of(turn).IsAtRest(turn))
        {
            status.Say(turn, told);
            return;
        }

        if (turn.Kept() is { IsEmpty: false } kept && await addenda.JoinAsync(turn, complaint, kept, cancellationToken) is { } added)
        {
            // What was written before the button was pressed need not be written again.
            turn.StoreKept(KeptMessages.None);
            status.Say(turn, $"{told}\n\n{added}");
            return;
        }

        turn.Add(told);
        afterwards.AskWhatIsMissing(turn, outcome.Value);
    }
}
