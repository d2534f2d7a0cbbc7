using System.Collections.Frozen;
using SlrtBot.Bot.Dialogs.Complaints;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Language;
using SlrtBot.Core.Phrases;
using SlrtBot.Core.Talks;

namespace SlrtBot.Bot.Dialogs.Emergencies;

/// <summary>
/// Reads where somebody in danger is, who is with them and a number, from one message or from several: "di kp babakan rt 3
/// bareng ibu, 0812…" says all three.
/// </summary>
public sealed class WhereaboutsReader(AreaCatalogue areas, PhraseBook book)
{
    private const int LongestAnswer = 120;
    private const int MostWordsOfVillage = 3;
    private static readonly char[] Marks = [' ', ',', '.', ';', ':', '-'];
    private readonly PlainWording _wording = new(book);
    private readonly FrozenSet<string> _with = Set(book, "with");
    private readonly FrozenSet<string> _alone = Set(book, "alone");
    private readonly FrozenSet<string> _begins = Set(book, "begins");
    private readonly FrozenSet<string> _places = Set(book, "places");
    private readonly FrozenSet<string> _denials = Set(book, "not_there");
    private readonly FrozenSet<string> _yes = Words.Forms(book, "also.alarm.here").ToFrozenSet();

    /// <param name="asked">What the words answer.</param>
    public Whereabouts Read(string text, AlarmPart asked)
    {
        var (line, phone) = PersonName.TakePhone(TextFolding.CleanLine(text));
        var (company, rest) = TakeCompany(line);
        rest = rest.Trim(Marks);
        if (asked == AlarmPart.Company && company is null && !IsYes(rest) && !IsPlace(rest, asked) && rest.Length <= LongestAnswer)
        {
            (company, rest) = (rest, "");
        }

        var place = rest.Length > 0 && IsPlace(rest, asked) ? rest : null;
        return new Whereabouts(place, AreaCode: place is null ? null : Named(place), Company: NullIfEmpty(company), Phone: phone?.Local);
    }

    /// <returns>The village or sub-district that a story names beyond doubt; null where it names none.</returns>
    public string? AreaOf(string story) => BeyondDoubt(areas.Mention(story));

    /// <summary>"bukan, saya di pulosari, kampung cikole": not where it was thought to be, and where it is.</summary>
    /// <param name="thought">The village that is known so far.</param>
    /// <returns>The village that is meant; empty where the known one is refused and none of ours is named; null where nothing is refused.</returns>
    public string? Instead(string text, string? thought)
    {
        var words = TextFolding.Fold(text).Split([' ', ',', '.', ';', '!', '?'], StringSplitOptions.RemoveEmptyEntries);
        if (thought is null || !words.Any(_denials.Contains))
        {
            return null;
        }

        var named = Enumerable.Range(1, MostWordsOfVillage).Reverse().SelectMany(length => Enumerable.Range(0, Math.Max(0, words.Length - length + 1))
            .Select(from => areas.VillagesNamed(string.Concat(words[from..(from + length)])))).Where(found => found.Count > 0).SelectMany(found => found).ToList();
        var others = named.Where(village => village.Code != thought).DistinctBy(village => village.Code).ToList();
        return others is [var only] ? only.Code
            : others.Where(village => AreaCode.DistrictOf(village.Code) == AreaCode.DistrictOf(thought)).ToList() is [var near] ? near.Code
            : _denials.Contains(words[0]) || named.Exists(village => village.Code == thought) ? ""
            : null;
    }

    /// <summary>"kp babakan rt 3", "belakang pasar"; not any words that may be one.</summary>
    public bool Names(string words) => HasAny(words, _places) || AreaOf(words) is not null;

    public bool SaysAlone(string words) => HasAny(words, _alone);

    private bool IsPlace(string rest, AlarmPart asked) => asked switch
    {
        AlarmPart.PlaceAgain => !IsYes(rest) && rest.Length <= LongestAnswer,
        AlarmPart.Place => HasAny(rest, _places) || HasAny(rest, _begins) || Named(rest) is not null,
        _ => HasAny(rest, _places) || AreaOf(rest) is not null,
    };

    private bool IsYes(string rest) => _yes.Contains(TextFolding.Fold(rest));

    private string? Named(string place) => AreaOf(place) ?? (place.Length > LongestAnswer ? null : BeyondDoubt(areas.Search(place)) ?? Alone(place));

    /// <summary>"di Sadu pa": a village's whole name, and what is polite around it.</summary>
    private string? Alone(string place)
    {
        var words = _wording.WithoutCourtesies(TextFolding.Fold(place)).Split(' ', StringSplitOptions.RemoveEmptyEntries).SkipWhile(_begins.Contains).ToArray();
        var name = string.Join(' ', words);
        return words.Length > 0 && areas.Search(name) is { Only: { } only } found && only.FoldedName == AreaName.Fold(name) ? BeyondDoubt(found) : null;
    }

    /// <summary>A sub-district bears the name of a village in it: then the sub-district is sure, and the village is not.</summary>
    private static string? BeyondDoubt(AreaFinding finding) => finding switch
    {
        { Only: { Level: AreaLevel.Village } village } when finding.District?.FoldedName != village.FoldedName => village.Code,
        { District: { } district } => district.Code,
        _ => null,
    };

    private (string? Company, string Others) TakeCompany(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var folded = words.Select(TextFolding.Fold).ToList();
        if (folded.FindIndex(_alone.Contains) is >= 0 and var alone)
        {
            return (words[alone].Trim(Marks), Without(words, alone, alone + 1));
        }

        if (folded.FindIndex(_with.Contains) is not (>= 0 and var with) || with + 1 >= words.Length)
        {
            return (null, line);
        }

        var end = with + 1;
        while (end < words.Length && !_begins.Contains(folded[end]) && (end == with + 1 || !Marks.Contains(words[end - 1][^1])))
        {
            end++;
        }

        return (string.Join(' ', words[(with + 1)..end]).Trim(Marks), Without(words, with, end));
    }

    private static string Without(string[] words, int from, int to) => string.Join(' ', words[..from].Concat(words[to..]));

    private static bool HasAny(string text, FrozenSet<string> words) => TextFolding.Fold(text).Split(' ').Any(words.Contains);

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static FrozenSet<string> Set(PhraseBook book, string key) => Words.Forms(book, $"answer.danger.{key}").ToFrozenSet();
}
