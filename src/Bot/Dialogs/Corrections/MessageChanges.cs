using SlrtBot.Bot.Dialogs.Complaints;
using SlrtBot.Bot.Dialogs.Emergencies;
using SlrtBot.Bot.Engine;
using SlrtBot.Bot.Protocol;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Complaints.Changes;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Language;
using SlrtBot.Core.Numbers;
using SlrtBot.Core.Phrases;
using SlrtBot.Core.Understanding;

namespace SlrtBot.Bot.Dialogs.Corrections;

/// <summary>
/// A message that was changed in the chat, in its words or its picture: kept beside the first version and never answered
/// like a message. Only who changes what an unsent complaint was told with is told, once, that the complaint keeps the
/// first words; and words of an emergency are heard wherever they are written.
/// </summary>
public sealed class MessageChanges(
    CorrectMessage correct, ComplaintQueries complaints, DialogCatalogue dialogs, Understander understander, EmergencyCard emergencies)
{
    /// <returns>True where a question is open because of it.</returns>
    public async Task<bool> TakeAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Context.Activity is not { Id: { } id, Conversation.IsGroup: not true } activity)
        {
            return false;
        }

        if (activity.ReadFiles().Any(NotKept.IsUnusable))
        {
            NotKept.Refuse(turn);
        }

        var typed = TextFolding.Clean(activity.Text ?? "").Trim();
        var files = ChangedFiles.Of(turn);
        if (typed.Length == 0 && files.Count == 0)
        {
            return false;
        }

        var found = StrayNumbers.In(typed);
        var text = StrayNumbers.Mask(typed);
        turn.WriteDown(files.Count == 0 ? text : $"{text}\n{turn.Phrases.Get(PhraseBook.Fallback, "correction.files")}".Trim());
        turn.Context.RemovesMessage = found.Count > 0;
        var outcome = await correct.DoAsync(
            turn.Conversation, turn.Context.Message, id, text, files, [.. found.Select(n => n.Digits)], turn.Context.By, cancellationToken);
        var isOfDraft = outcome is { Succeeded: true, Value.Complaint: null } && await IsOfDraftAsync(turn, outcome.Value, cancellationToken);
        ChangedFiles.Keep(turn, outcome.Succeeded ? outcome.Value : null, isOfDraft);
        if (IsNew(outcome) && understander.Understand(text) is { Urgency: Urgency.Emergency } heard && !WasHeard(outcome))
        {
            var words = new Answer { Text = text, Numbers = [.. found.Select(n => n.Digits)] };
            return await emergencies.AlarmAsync(turn, words, heard, outcome.Succeeded ? outcome.Value.Complaint?.Id : null, cancellationToken);
        }

        if (isOfDraft && outcome.Value.Before != text && turn.Conversation is { IsInDanger: false, WithOfficer: false })
        {
            Tell(turn);
        }

        return false;
    }

    /// <summary>Also where nobody has the first version any more: it is written now.</summary>
    private static bool IsNew(Outcome<Correction> outcome) => outcome.Succeeded || outcome.Refusals[0].Kind == RefusalKind.NotFound;

    private bool WasHeard(Outcome<Correction> outcome) =>
        outcome.Succeeded && understander.Understand(outcome.Value.Before).Urgency == Urgency.Emergency;

    private async Task<bool> IsOfDraftAsync(Turn turn, Correction correction, CancellationToken cancellationToken)
    {
        if (turn.Conversation.Dialog != ComplaintDialog.DialogName || dialogs.Of(turn).IsAtRest(turn)
            || turn.Kept().Messages.Contains(correction.Original.Id))
        {
            return false;
        }

        var sent = await complaints.OfConversationAsync(turn.Conversation.Id, cancellationToken);
        return sent.All(c => c.LodgedAt <= correction.Original.ReceivedAt);
    }

    private static void Tell(Turn turn)
    {
        var draft = turn.Draft<ComplaintDraft>();
        if (!draft.CorrectionsAreTold)
        {
            draft.CorrectionsAreTold = true;
            turn.Store(draft);
            turn.SayApart(turn.Phrase("correction.not_taken"));
        }
    }
}
