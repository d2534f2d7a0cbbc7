using SlrtBot.Bot.Dialogs.Complaints;
using SlrtBot.Bot.Dialogs.Status;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Files;

namespace SlrtBot.Bot.Dialogs.Additions;

/// <summary>The answer to <see cref="AddendumQuestion"/>, also long after it was asked.</summary>
[Hears(AddendumQuestion.Family), Guarded]
internal sealed class AddendumWord(
    Addenda addenda, StatusTeller status, DialogCatalogue dialogs, ComplaintDialog complaint, AddingDialog adding, KeptFiles files) : GlobalWord
{
    public override async Task<bool> DoAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        var key = KeyOf(answer);
        var reference = AboutComplaint.ReferenceIn(key);
        if (reference is null && key is not (AddendumQuestion.AnewKey or AddendumQuestion.DropKey))
        {
            return false;
        }

        var kept = turn.Kept();
        if (kept.IsEmpty)
        {
            status.Say(turn, turn.Phrase("addendum.nothing"));
        }
        else if (key == AddendumQuestion.DropKey)
        {
            turn.StoreKept(KeptMessages.None);
            status.Say(turn, turn.Phrase("addendum.dropped"));
        }
        else if (reference is null)
        {
            await BeginAnewAsync(turn, kept, cancellationToken);
        }
        else if (await status.FindAsync(turn, reference, cancellationToken) is { } complaint)
        {
            await JoinAsync(turn, complaint, kept, cancellationToken);
        }

        return true;
    }

    private async Task JoinAsync(Turn turn, Complaint complaint, KeptMessages kept, CancellationToken cancellationToken)
    {
        var isAnswer = complaint.Status == ComplaintStatus.NeedsInformation;
        turn.StoreKept(KeptMessages.None);
        if (await addenda.JoinAsync(turn, complaint, kept, cancellationToken) is not { } told)
        {
            turn.StoreKept(kept);
            await addenda.SayRefusedAsync(turn, complaint, cancellationToken);
        }
        else if (isAnswer || !dialogs.Of(turn).IsAtRest(turn))
        {
            status.Say(turn, told, new Option(AboutComplaint.Key(StatusTeller.One, complaint.Reference), turn.Phrase("choice.standing")));
        }
        else
        {
            adding.GoOn(turn, complaint, kept, told);
        }
    }

    /// <summary>Somebody in the middle of another complaint ends that one first; what waits goes on waiting.</summary>
    private async Task BeginAnewAsync(Turn turn, KeptMessages kept, CancellationToken cancellationToken)
    {
        if (!dialogs.Of(turn).IsAtRest(turn))
        {
            status.Say(turn, turn.Phrase("addendum.later"));
            return;
        }

        var early = await files.OfAsync(turn.Conversation.Id, kept, cancellationToken);
        var draft = new ComplaintDraft
        {
            Story = kept.Text,
            StoryIsWhole = Telling.IsStory(kept.Text),
            Voices = early.Count(f => f.Kind == FileKind.Voice),
        };
        EarlyMaterial.Count(draft, early);
        turn.Add(turn.Phrase(kept.Text.Length > 0 ? "kept.story" : draft.Voices > 0 ? "kept.voice" : EarlyMaterial.KeptFiles(early)));
        await complaint.BeginAsync(turn, new Answer { Text = kept.Text, Numbers = kept.Numbers }, cancellationToken, draft);
        if (turn.Conversation.Dialog != ComplaintDialog.DialogName)
        {
            return;
        }

        foreach (var file in early)
        {
            file.DraftId = turn.Conversation.DraftId;
        }

        turn.StoreKept(KeptMessages.None);
        if (kept.IsUrgent)
        {
            ComplaintDialog.MarkUrgent(turn);
        }
    }
}
