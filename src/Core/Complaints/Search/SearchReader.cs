using System.Text.RegularExpressions;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints.Lodging;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Language;
using SlrtBot.Core.Numbers;

namespace SlrtBot.Core.Complaints.Search;

/// <summary>Reads one typed text as what it may be: a reference, a phone, a NIK or its end, a village, words of a story or name.</summary>
public sealed partial class SearchReader(AreaCatalogue areas)
{
    /// <summary>"Baleendah", "Bale Endah", "Suka Maju Kidul".</summary>
    private const int LongestPlace = 3;

    private static readonly HashSet<string> PlaceWords = ["desa", "ds", "kel", "kelurahan"];

    public SearchTerms Read(string? typed)
    {
        var line = TextFolding.CleanLine(typed ?? "");
        var (text, isCut) = line.Length <= SearchTerms.Longest ? (line, false) : (line[..SearchTerms.Longest], true);
        if (text.Length == 0)
        {
            return new SearchTerms { Problem = SearchProblem.Empty };
        }

        if (ReferenceCode.TryParse(text, out var reference) || ReferenceCode.TryFind(text, out reference))
        {
            return new SearchTerms { Reference = reference };
        }

        return NumberAlone().IsMatch(text) && NationalId.Normalise(text).All(char.IsAsciiDigit)
            ? Number(NationalId.Normalise(text), text)
            : Mixed(text, isCut);
    }

    /// <summary>Somebody whose name and numbers stand in fields of their own; what is not whole yet is left out.</summary>
    public SearchTerms Person(string? name, string? phone, string? nationalId)
    {
        var digits = NationalId.Normalise(nationalId);
        var terms = new SearchTerms
        {
            Phone = PhoneNumber.TryParse(phone, out var read) ? read.E164 : null,
            NationalId = digits.Length == NationalId.Length && digits.All(char.IsAsciiDigit) ? digits : null,
            Words = [.. Words(TextFolding.CleanLine(name ?? "")).Take(SearchTerms.MostWords).Select(word => word with { Places = [] })],
        };
        return terms with { Problem = terms.Kind == SearchKind.Nothing ? SearchProblem.Empty : SearchProblem.None };
    }

    private static SearchTerms Number(string digits, string text) => digits.Length switch
    {
        0 => new SearchTerms { Problem = SearchProblem.NoLetters },
        < NationalIdTail.Digits => new SearchTerms { Problem = SearchProblem.FewDigits },
        NationalId.Length => new SearchTerms { NationalId = digits },
        _ when PhoneNumber.TryParse(text, out var phone) => new SearchTerms { Phone = phone.E164 },
        > NationalId.Length => new SearchTerms { Problem = SearchProblem.ManyDigits },
        _ => new SearchTerms { Tail = digits },
    };

    /// <summary>"Siti 0812 3456 7890": the number and the words.</summary>
    private SearchTerms Mixed(string text, bool isCut)
    {
        var terms = new SearchTerms();
        if (StrayNumbers.In(text) is [var number, ..])
        {
            (terms, text) = (terms with { NationalId = number.Digits }, text.Remove(number.Start, number.Length));
        }

        if (LongNumber().Match(text) is { Success: true } match && PhoneNumber.TryParse(match.Value, out var phone))
        {
            (terms, text) = (terms with { Phone = phone.E164 }, text.Remove(match.Index, match.Length));
        }

        var words = Words(text);
        terms = terms with { Words = [.. words.Take(SearchTerms.MostWords)], IsCut = isCut || words.Count > SearchTerms.MostWords, Places = PlacesOf(text) };
        return terms with { Problem = terms.Kind == SearchKind.Nothing && terms.Places.Count == 0 ? WhyNot(text) : SearchProblem.None };
    }

    private static SearchProblem WhyNot(string text) => TextFolding.Fold(text).Split(' ').Any(w => w.Length > 1)
        ? SearchProblem.EverydayWords
        : SearchProblem.NoLetters;

    private List<SearchWord> Words(string text)
    {
        var folded = TextFolding.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var places = new List<string>[folded.Length];
        for (var first = 0; first < folded.Length; first++)
        {
            for (var count = 1; count <= Math.Min(LongestPlace, folded.Length - first); count++)
            {
                var named = areas.VillagesNamed(string.Join(' ', folded[first..(first + count)])).Select(a => a.Code);
                foreach (var code in named)
                {
                    Enumerable.Range(first, count).ToList().ForEach(at => (places[at] ??= []).Add(code));
                }
            }
        }

        var hasPlace = places.Any(p => p is not null);
        return
        [
            .. folded.Zip(places).Where(word => !(hasPlace && PlaceWords.Contains(word.First)))
                .Select(word => new SearchWord(TextFolding.QueryWords(word.First) is [var tokens, ..] ? tokens : [], word.Second ?? []))
                .Where(word => word.Tokens.Count > 0).DistinctBy(word => word.Tokens[0]),
        ];
    }

    /// <summary>Typed nearly right is right here: what it finds stands last.</summary>
    private string[] PlacesOf(string text) =>
        areas.Search(text) is { Certainty: not AreaCertainty.District } found ? [.. found.Matches.Select(m => m.Area.Code)] : [];

    [GeneratedRegex(@"^[\s\d+().,/\-]*\d[\s\d+().,/\-]*$")]
    private static partial Regex NumberAlone();

    [GeneratedRegex(@"\+?\d[\d .()/-]{6,}\d")]
    private static partial Regex LongNumber();
}
