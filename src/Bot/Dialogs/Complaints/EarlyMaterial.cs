using System.Globalization;
using SlrtBot.Bot.Engine;
using SlrtBot.Bot.Protocol;
using SlrtBot.Core.Files;
using SlrtBot.Core.Numbers;

namespace SlrtBot.Bot.Dialogs.Complaints;

/// <summary>
/// Photos, voice notes, pins and numbers that come before they are asked for, or after: kept where they are useful,
/// and the present question is asked again.
/// </summary>
internal static class EarlyMaterial
{
    private const int MostVoices = 10;
    private const int LongestPassedOn = 2000;

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

        return answer.IsForwarded && KeepForwarded(draft, answer) ? Next.Again(turn.Phrase("kept.forwarded")) : null;
    }

    /// <summary>What opened the conversation.</summary>
    /// <returns>That it was kept; null where there was nothing to keep.</returns>
    public static string? KeepFirst(Turn turn, ComplaintDraft draft, Answer answer)
    {
        var said = Keep(turn, draft, "", answer)?.Text;
        return StoryStep.TakeEarly(turn, draft, answer)?.Text ?? said;
    }

    /// <summary>The phrase that names what came: a letter as a PDF is no photo.</summary>
    public static string KeptFiles(IEnumerable<StoredFile> files) => files.All(f => f.Kind == FileKind.Photo) ? "kept.photo" : "kept.document";

    /// <summary>Counts what is not spoken into the draft.</summary>
    public static void Count(ComplaintDraft draft, IEnumerable<StoredFile> files)
    {
        foreach (var file in files.Where(f => f.Kind != FileKind.Voice))
        {
            draft.Photos++;
            draft.Papers += file.Kind == FileKind.Document ? 1 : 0;
        }
    }

    private static Next? KeepFiles(Turn turn, ComplaintDraft draft, string step, Answer answer) =>
        turn.Context.Files.Any(f => f.Kind == FileKind.Voice) ? KeepVoice(turn, draft, step) : KeepPhotos(turn, draft, step, answer);

    private static Next? KeepVoice(Turn turn, ComplaintDraft draft, string step)
    {
        if (draft.Voices >= MostVoices)
        {
            NotKept.Refuse(turn);
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
            NotKept.Refuse(turn);
            return isSameAlbum ? Next.Silent : Next.Again(turn.Phrase(draft.Papers > 0 ? "not_kept.enough_files" : "not_kept.enough_photos", ("most", PhotosStep.Most)));
        }

        Attach(turn);
        Count(draft, turn.Context.Files);
        if (isSameAlbum)
        {
            return Next.Silent;
        }

        if (step == PhotosStep.StepName)
        {
            return null;
        }

        if (!answer.IsText || (answer.IsForwarded && KeepForwarded(draft, answer)))
        {
            return Next.Again(turn.Phrase(KeptFiles(turn.Context.Files)));
        }

        turn.Add(turn.Phrase(KeptFiles(turn.Context.Files)));
        return null;
    }

    private static Next? KeepContact(Turn turn, ComplaintDraft draft, string step, SharedContact contact)
    {
        var phone = PhoneNumber.TryParse(contact.PhoneNumber, out var number) ? number.E164 : null;
        if (!contact.IsOwn)
        {
            return KeepOthersContact(turn, draft, step, phone);
        }

        if (step is NameStep.StepName or PhoneStep.StepName)
        {
            return null;
        }

        draft.Phone = phone ?? draft.Phone;
        return Next.Again(turn.Phrase("kept.contact"));
    }

    /// <summary>Never taken for the reporter's own: whether it may be called is asked where the number is.</summary>
    private static Next KeepOthersContact(Turn turn, ComplaintDraft draft, string step, string? phone)
    {
        if (phone is null || draft.Phone is not null || draft.IsAnonymous)
        {
            return Next.Puzzled(turn.Phrase("not_kept.contact"));
        }

        draft.OthersPhone = phone;
        return Next.Again(turn.Phrase(step == PhoneStep.StepName ? "kept.contact_of_other.here" : "kept.contact_of_other"));
    }

    /// <summary>News that goes from chat to chat is shown to staff as such; it is nobody's own story.</summary>
    /// <returns>False where it is too short to be one, such as a number or a name that was passed on.</returns>
    private static bool KeepForwarded(ComplaintDraft draft, Answer answer)
    {
        if (!answer.IsText || !Telling.IsStory(answer.Text))
        {
            return false;
        }

        var whole = string.Join('\n', new[] { draft.PassedOn, answer.Text }.OfType<string>());
        draft.PassedOn = whole[..Math.Min(whole.Length, LongestPassedOn)];
        return true;
    }

    private static void Attach(Turn turn)
    {
        foreach (var file in turn.Context.Files)
        {
            file.DraftId = turn.Conversation.DraftId;
        }
    }
}
