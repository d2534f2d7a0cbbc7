using SlrtBot.Bot.Dialogs.Complaints;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Complaints.Changes;
using SlrtBot.Core.Files;

namespace SlrtBot.Bot.Dialogs.Corrections;

/// <summary>
/// A picture or paper that took the place of another by a change of its message: it goes where that one went, and that
/// one stays.
/// </summary>
internal static class ChangedFiles
{
    public static IReadOnlyList<StoredFile> Of(Turn turn) => [.. turn.Context.Files.Where(f => f.State != FileState.Refused)];

    /// <param name="correction">Null where nobody knows the message; what belongs to a complaint belongs to it already.</param>
    public static void Keep(Turn turn, Correction? correction, bool isOfDraft)
    {
        var files = Of(turn);
        if (files.Count == 0 || correction?.Complaint is not null)
        {
            return;
        }

        var kept = turn.Kept();
        if (correction is not null && kept.Messages.Contains(correction.Original.Id))
        {
            turn.StoreKept(kept with { Files = [.. kept.Files.Union(files.Select(f => f.Id))] });
        }
        else if (!isOfDraft || !TryKeepInDraft(turn, files))
        {
            NotKept.Refuse(turn);
        }
    }

    private static bool TryKeepInDraft(Turn turn, IReadOnlyList<StoredFile> files)
    {
        var draft = turn.Draft<ComplaintDraft>();
        if (draft.Photos >= PhotosStep.Most)
        {
            return false;
        }

        foreach (var file in files)
        {
            file.DraftId = turn.Conversation.DraftId;
        }

        draft.Photos += files.Count;
        turn.Store(draft);
        return true;
    }
}
