using SlrtBot.Bot.Engine;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Language;
using SlrtBot.Core.Numbers;

namespace SlrtBot.Bot.Dialogs.Complaints;

/// <summary>The six lines of the summary, in the order of the questions, and what is urgent in it; numbers of people only in part.</summary>
public sealed class ReviewText(AreaCatalogue areas, StoryGuess guess, StoryUrgency urgency)
{
    private const int StoryShown = 90;
    private const int LeastStoryShown = 20;
    private const int LongestMessage = 500;

    /// <summary>Its place among the lines, from 0.</summary>
    private const int FilesLine = 4;

    public string Of(Turn turn, ComplaintDraft draft)
    {
        var text = Text(turn, draft, StoryShown);
        var excess = turn.LettersBefore + turn.Phrase("ask.review", ("lines", text)).Length - LongestMessage;
        return excess <= 0 ? text : Text(turn, draft, Math.Max(LeastStoryShown, StoryShown - excess));
    }

    private string Text(Turn turn, ComplaintDraft draft, int storyShown) =>
        string.Join("\n\n", new[] { Lines(turn, draft, storyShown), urgency.Line(turn, draft) }.OfType<string>());

    private string Lines(Turn turn, ComplaintDraft draft, int storyShown) => string.Join('\n', new[]
    {
        SubjectLine(turn, draft),
        CategoryLine(turn, draft),
        StoryLine(turn, draft, storyShown),
        PlaceLine(turn, draft),
        draft.Photos > 0 ? turn.Phrase("review.photos", ("count", draft.Photos)) : turn.Phrase("review.no_photos"),
        ReporterLine(turn, draft),
    }.Select((value, i) => turn.Phrase(i == FilesLine ? $"review.line.{FilesName(draft)}" : $"review.line.{i + 1}", ("value", value))));

    /// <summary>Named for what is in it.</summary>
    private static string FilesName(ComplaintDraft draft) => (draft.Photos, draft.Papers) switch
    {
        (0, _) => "files",
        (_, 0) => "photos",
        var (all, papers) when papers == all => "papers",
        _ => "files",
    };

    private static string SubjectLine(Turn turn, ComplaintDraft draft) => Remark.On(turn.Phrase($"choice.{SubjectStep.KeyOf(draft)}"), draft.SubjectName);

    private string CategoryLine(Turn turn, ComplaintDraft draft)
    {
        var category = guess.Named(turn, draft, draft.Category!);
        return draft.Kind is { } kind and not ComplaintKind.Complaint ? Remark.On(category, turn.Phrase($"complaint_kind.{Codes.Of(kind)}")) : category;
    }

    private string PlaceLine(Turn turn, ComplaintDraft draft)
    {
        var village = areas.Path(draft.VillageCode ?? "");
        return string.IsNullOrEmpty(draft.CardAddress) ? village : turn.Phrase("review.card", ("village", village), ("card", draft.CardAddress));
    }

    private static string StoryLine(Turn turn, ComplaintDraft draft, int most)
    {
        var story = StrayNumbers.Mask(TextFolding.CleanLine(draft.Story));
        var shown = story.Length <= most ? story : string.Concat(story.AsSpan(0, most), "…");
        return (draft.Voices, shown) switch
        {
            (0, _) => shown,
            (_, "") => turn.Phrase("review.voice"),
            _ => $"{shown} ({turn.Phrase("review.voice")})",
        };
    }

    private static string ReporterLine(Turn turn, ComplaintDraft draft)
    {
        if (draft.IsAnonymous)
        {
            return turn.Phrase("review.anonymous");
        }

        var phone = PhoneNumber.TryParse(draft.Phone, out var number) ? number.Local : turn.Phrase("review.no_phone");
        return draft.NationalId is { } nik ? $"{draft.Name}, {phone}, NIK {NationalId.Mask(nik)}" : $"{draft.Name}, {phone}";
    }
}
