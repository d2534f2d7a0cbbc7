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
    private const int HouseShown = 48;
    private const int LongestMessage = 500;

    /// <summary>Its place among the lines, from 0.</summary>
    private const int FilesLine = 4;

    public string Of(Turn turn, ComplaintDraft draft)
    {
        Shown[] ways = [new(StoryShown, IsCutSaid: true, HasHouse: true), new(StoryShown, IsCutSaid: true, HasHouse: false), new(StoryShown, IsCutSaid: false, HasHouse: false)];
        var texts = ways.Select(way => Fitted(turn, draft, way)).ToList();
        return texts.Find(text => Excess(turn, text) <= 0) ?? texts[^1];
    }

    private string Fitted(Turn turn, ComplaintDraft draft, Shown shown) => Excess(turn, Text(turn, draft, shown)) is > 0 and var excess
        ? Text(turn, draft, shown with { Story = Math.Max(LeastStoryShown, shown.Story - excess) })
        : Text(turn, draft, shown);

    private static int Excess(Turn turn, string text) => turn.LettersBefore + turn.Phrase("ask.review", ("lines", text)).Length - LongestMessage;

    private string Text(Turn turn, ComplaintDraft draft, Shown shown) =>
        string.Join("\n\n", new[] { Lines(turn, draft, shown), urgency.Line(turn, draft) }.OfType<string>());

    private string Lines(Turn turn, ComplaintDraft draft, Shown shown) => string.Join('\n', new[]
    {
        SubjectLine(turn, draft),
        CategoryLine(turn, draft),
        StoryLine(turn, draft, shown),
        PlaceLine(turn, draft, shown.HasHouse),
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

    private string PlaceLine(Turn turn, ComplaintDraft draft, bool hasHouse)
    {
        var village = Remark.On(areas.Path(draft.VillageCode ?? ""), hasHouse && draft.Address is { } house ? Cut(house, HouseShown) : null);
        return string.IsNullOrEmpty(draft.CardAddress) ? village : turn.Phrase("review.card", ("village", village), ("card", draft.CardAddress));
    }

    private static string StoryLine(Turn turn, ComplaintDraft draft, Shown most)
    {
        var story = StrayNumbers.Mask(TextFolding.CleanLine(draft.Story));
        var shown = story.Length <= most.Story ? story
            : most.IsCutSaid ? turn.Phrase("review.story.cut", ("text", AtWord(story, most.Story)))
            : Cut(story, most.Story);
        return (draft.Voices, shown) switch
        {
            (0, _) => shown,
            (_, "") => turn.Phrase("review.voice"),
            _ => $"{shown} ({turn.Phrase("review.voice")})",
        };
    }

    /// <param name="Story">Letters of it.</param>
    /// <param name="IsCutSaid">That the rest of it is kept is said.</param>
    /// <param name="HasHouse">With hamlet, RT and RW.</param>
    private sealed record Shown(int Story, bool IsCutSaid, bool HasHouse);

    private static string Cut(string text, int most) => text.Length <= most ? text : $"{AtWord(text, most)}…";

    /// <summary>As many whole words as there is room for.</summary>
    private static string AtWord(string text, int most) => text.LastIndexOf(' ', most) is > 0 and var end && end > most / 2 ? text[..end] : text[..most];

    private static string ReporterLine(Turn turn, ComplaintDraft draft)
    {
        if (draft.IsAnonymous)
        {
            return turn.Phrase("review.anonymous");
        }

        var phone = PhoneNumber.TryParse(draft.Phone, out var number) ? number.Local : turn.Phrase("review.no_phone");
        phone = draft.IsUncalled ? Remark.On(phone, turn.Phrase("review.uncalled")) : phone;
        return draft.NationalId is { } nik ? $"{draft.Name}, {phone}, NIK {NationalId.Mask(nik)}" : $"{draft.Name}, {phone}";
    }
}
