using System.Globalization;
using SlrtBot.Bot.Protocol;
using SlrtBot.Core.Files;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Bot.Dialogs.Complaints;

/// <summary>
/// Photos, voice notes, pins and numbers that come before they are asked for, or after: kept where they are useful,
/// and the present question is asked again.
/// </summary>
internal static class EarlyMaterial
{
    private const int MostVoices = 10;
    private static readonly HashSet<string> NotKept =
        [MediaKinds.Sticker, MediaKinds.Animation, MediaKinds.Video, MediaKinds.VideoNote];

    /// <returns>Null: nothing here, or the step itself takes it.</returns>
    public static Next? Keep(Turn turn, ComplaintDraft draft, string step, Answer answer)
    {
        if (answer.Files.Count > 0)
        {
            return KeepFiles(turn, draft, step, answer);
        }

        if (answer.Place is { } place)
        {
            draft.Location = string.Create(CultureInfo.InvariantCulture, $"{place.Latitude:0.######},{place.Longitude:0.######}");
            return Next.Again(turn.Phrase("kept.place"));
        }

        if (answer.Contact is { } contact)
        {
            return KeepContact(turn, draft, step, contact);
        }

        return answer.Unreadable is null ? null : Next.Puzzled(turn.Phrase("not_kept.unreadable"));
    }

    /// <summary>What opened the conversation.</summary>
    /// <returns>That it was kept; null where there was nothing to keep.</returns>
    public static string? KeepFirst(Turn turn, ComplaintDraft draft, Answer answer)
    {
        var said = Keep(turn, draft, "", answer)?.Text;
        return StoryStep.TakeEarly(turn, draft, answer)?.Text ?? said;
    }

    /// <summary>Whether files were sent that staff can look at; others are refused here.</summary>
    public static bool IsUseful(Turn turn, Answer answer)
    {
        if (answer.Files.Count > 0 && NotKept.Contains(KindOf(answer)))
        {
            Refuse(turn);
            return false;
        }

        return answer.Files.Count > 0;
    }

    private static Next? KeepFiles(Turn turn, ComplaintDraft draft, string step, Answer answer)
    {
        if (!IsUseful(turn, answer))
        {
            return Next.Puzzled(turn.Phrase(KindOf(answer) == MediaKinds.Sticker ? "not_kept.sticker" : "not_kept.video"));
        }

        return turn.Context.Files.Any(f => f.Kind == FileKind.Voice)
            ? KeepVoice(turn, draft, step)
            : KeepPhotos(turn, draft, step, answer);
    }

    private static Next? KeepVoice(Turn turn, ComplaintDraft draft, string step)
    {
        if (draft.Voices >= MostVoices)
        {
            Refuse(turn);
            return Next.Again(turn.Phrase("not_kept.enough_voices"));
        }

        Attach(turn);
        draft.Voices++;
        return step == StoryStep.StepName ? null : Next.Again(turn.Phrase("kept.voice"));
    }

    private static Next? KeepPhotos(Turn turn, ComplaintDraft draft, string step, Answer answer)
    {
        var isSameAlbum = answer.Album is not null && answer.Album == draft.Album;
        draft.Album = answer.Album;
        if (draft.Photos >= PhotosStep.Most)
        {
            Refuse(turn);
            return isSameAlbum ? Next.Silent : Next.Again(turn.Phrase("not_kept.enough_photos", ("most", PhotosStep.Most)));
        }

        Attach(turn);
        draft.Photos += turn.Context.Files.Count;
        if (isSameAlbum)
        {
            return Next.Silent;
        }

        if (step == PhotosStep.StepName)
        {
            return null;
        }

        if (!answer.IsText)
        {
            return Next.Again(turn.Phrase("kept.photo"));
        }

        turn.Add(turn.Phrase("kept.photo"));
        return null;
    }

    private static Next? KeepContact(Turn turn, ComplaintDraft draft, string step, SharedContact contact)
    {
        if (!contact.IsOwn)
        {
            return Next.Puzzled(turn.Phrase("not_kept.contact"));
        }

        if (step is NameStep.StepName or PhoneStep.StepName)
        {
            return null;
        }

        draft.Phone = PhoneNumber.TryParse(contact.PhoneNumber, out var phone) ? phone.E164 : draft.Phone;
        return Next.Again(turn.Phrase("kept.contact"));
    }

    private static string KindOf(Answer answer) => answer.Files[0].ContentAs<MediaFacts>()?.Kind ?? "";

    private static void Attach(Turn turn)
    {
        foreach (var file in turn.Context.Files)
        {
            file.DraftId = turn.Conversation.DraftId;
        }
    }

    private static void Refuse(Turn turn)
    {
        foreach (var file in turn.Context.Files)
        {
            file.State = FileState.Refused;
            file.NotBefore = null;
        }
    }
}
