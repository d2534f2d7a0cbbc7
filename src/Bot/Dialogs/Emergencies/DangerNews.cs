using System.Collections.Frozen;
using SlrtBot.Bot.Dialogs.Complaints.Asides;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Language;
using SlrtBot.Core.Phrases;
using SlrtBot.Core.Understanding;

namespace SlrtBot.Bot.Dialogs.Emergencies;

/// <summary>What words in danger mean for what is said next.</summary>
public enum DangerNews
{
    /// <summary>More of the story, or an answer.</summary>
    Words,

    /// <summary>"ga jadi, udah sadar": it has passed.</summary>
    Over,

    /// <summary>"cuma becanda", "bukan darurat, cuma pusing utang": there was none.</summary>
    None,

    /// <summary>"ga ada yg peduli": wants to be heard before being asked.</summary>
    Despair,

    /// <summary>"kapan petugasnya datang".</summary>
    AsksWhen,
}

/// <summary>
/// Reads it by the forms of the catalogues. That a danger has passed counts only where the message says nothing else: "udah
/// sadar tapi lemas" goes on being one; "aman ga klo di sini" asks. That there is none counts also beside other words, unless those are of danger.
/// </summary>
public sealed class DangerNewsReader
{
    private const int MostLeadingWords = 3;
    private const int MostFormWords = 8;
    private const string TopicPrefix = "answer.danger.asks.";
    private const string AidPrefix = "answer.danger.aid.";
    private const string SignPrefix = "answer.danger.sign.";
    private const string NoCall = "no_call";
    private const string Safe = "safe";
    private const string Called = "called";

    /// <summary>What can be done for whoever swallowed something.</summary>
    public const string Poison = "poison";

    /// <summary>"saya boleh pergi ke rumah ibu?"</summary>
    public const string Leave = "leave";

    /// <summary>"ga diangkat", "pulsa abis".</summary>
    public const string Unanswered = "unanswered";
    public const string Credit = "credit";

    /// <summary>Somebody who helps is there, or the person is with them.</summary>
    public const string Helped = "helped";

    /// <summary>Whether to go to a hospital.</summary>
    public const string Hospital = "hospital";
    private const int MostWordsOfNeed = 4;
    private static readonly char[] EndsOfClauses = [',', '.', ';', '!', '\n'];
    private static readonly char[] Ends = [',', '.', ';', '!', '?', '\n'];
    private readonly PlainWording _wording;
    private readonly Understander _understander;
    private readonly (string Topic, string[] Forms)[] _topics;
    private readonly (string Topic, string[] Forms)[] _aids;
    private readonly (string Topic, string[] Forms)[] _signs;
    private readonly FrozenSet<string> _hiding;
    private readonly string[] _over;
    private readonly string[] _safe;
    private readonly FrozenSet<string> _saidSafe;
    private readonly string[] _none;
    private readonly string[] _denied;
    private readonly string[] _unhurt;
    private readonly string[] _despair;
    private readonly string[] _when;
    private readonly ForbiddenCalls _calls;
    private readonly FrozenSet<string> _thanks;
    private readonly FrozenSet<string> _denials;
    private readonly string[] _safety;
    private readonly FrozenSet<string> _safeWords;
    private readonly FrozenSet<string> _doubts;
    private readonly FrozenSet<string> _mockery;
    private readonly FrozenSet<string> _afterDoubts;
    private readonly FrozenSet<string> _ifs;
    private readonly FrozenSet<string> _others;
    private readonly string[] _called;
    private readonly string[] _helped;
    private readonly string[] _helpers;
    private readonly string[] _arrived;
    private readonly FrozenSet<string> _butStill;
    private readonly FrozenSet<string> _uncertain;
    private readonly FrozenSet<string> _needs;
    private readonly FrozenSet<string> _needing;
    private readonly string[] _worse;
    private readonly FrozenSet<string> _ended;
    private readonly FrozenDictionary<DangerKind, string[]> _again;
    private readonly LastWords _lastWords;

    public DangerNewsReader(PhraseBook book, Understander understander, ForbiddenCalls calls, LastWords lastWords)
    {
        _lastWords = lastWords;
        _wording = new PlainWording(book);
        _understander = understander;
        _calls = calls;
        (_over, _none, _despair, _when) = (Forms("over"), Forms("none"), Forms("despair"), Forms("when"));
        (_safe, _saidSafe) = (Forms("safe"), Words.Forms(book, "answer.danger.safe").ToFrozenSet());
        (_denied, _unhurt) = (Forms("denied"), Forms("unhurt"));
        (_thanks, _denials) = (Forms("thanks").ToFrozenSet(), Forms("denials").ToFrozenSet());
        (_safety, _safeWords, _doubts, _afterDoubts) = (Forms("safety"), Forms("safe_words").ToFrozenSet(), Forms("doubts").ToFrozenSet(), Forms("after_doubts").ToFrozenSet());
        (_ifs, _mockery) = (Forms("ifs").ToFrozenSet(), Forms("mockery").ToFrozenSet());
        (_others, _called, _uncertain) = (Forms("others").ToFrozenSet(), Forms("called"), Forms("uncertain").ToFrozenSet());
        (_helped, _helpers, _arrived, _butStill) = (Forms("helped"), Forms("helpers"), Forms("arrived"), Forms("but_still").ToFrozenSet());
        (_needs, _needing) = (Forms("needs").ToFrozenSet(), Forms("needing").ToFrozenSet());
        (_worse, _ended) = (Forms("worse"), Forms("ended").ToFrozenSet());
        _again = Enum.GetValues<DangerKind>().ToFrozenDictionary(kind => kind, kind => Forms($"again.{Codes.Of(kind)}"));

        (_topics, _aids, _signs, _hiding) = (All(TopicPrefix), All(AidPrefix), All(SignPrefix), Forms("hiding").ToFrozenSet());

        (string, string[])[] All(string prefix) => [.. book.Keys(PhraseBook.Fallback).Where(key => key.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(key => (key[prefix.Length..], Forms(key["answer.danger.".Length..])))];

        string[] Forms(string key) => [.. Words.Forms(book, $"answer.danger.{key}").Select(Plain).Where(form => form.Length > 0).Distinct()];
    }

    /// <param name="kind">Whoever wants to die says "ga papa" as well.</param>
    public DangerNews Of(string text, DangerKind kind = DangerKind.General)
    {
        var typed = text.Split(Ends, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(TextFolding.Fold).ToList();
        var parts = typed.Select(Plain).Where(part => part.Length > 0).ToList();
        var said = parts.Where(part => !_thanks.Contains(part)).ToList();
        var isOver = said.Count > 0 && !AsksIfSafe(text) && !Mocks(parts) && !typed.Exists(IsDangerous) && (said.TrueForAll(part => Says(_over, part) || Says(_none, part)) || IsSafe(said, text));
        return Denies(typed, _denied, int.MaxValue) || (kind != DangerKind.Self && Denies(typed, _unhurt, MostLeadingWords)) ? DangerNews.None
            : isOver ? parts.Exists(part => Says(_none, part)) ? DangerNews.None : DangerNews.Over
            : parts.Exists(part => Held(_despair, part) > 0) ? DangerNews.Despair
            : parts.Exists(part => Held(_when, part) > 0) ? DangerNews.AsksWhen
            : DangerNews.Words;
    }

    /// <summary>What people in danger ask or beg beside: <c>answer.danger.asks.{topic}</c>, answered by <c>emergency.answer.{topic}</c>.</summary>
    /// <returns>Null where it is none of that; of several the one that is said in most letters ("polisi bayar ga" beside "bayar ga").</returns>
    public string? TopicOf(string text)
    {
        var said = Plain(TextFolding.Fold(text));
        return ForbidsCalls(text) ? NoCall
            : _topics.MaxBy(topic => Held(topic.Forms, said)) is var (topic, forms) && Held(forms, said) > 0 ? topic == Hospital && IsHelped(text.Split('\n')[^1]) ? Helped : topic
            : IsHelped(text) ? Helped
            : AsksIfSafe(text) ? Safe
            : IsCalled(said, text) ? Called
            : null;
    }

    /// <summary>"mamah kejang": what can be done until help comes, <c>emergency.aid.{what}</c>.</summary>
    /// <param name="kind">Of the danger: whoever wants to die is not taking medicine.</param>
    /// <returns>Null where nothing of that is said, or it is over or denied.</returns>
    public string? AidOf(string text, DangerKind kind)
    {
        var said = Plain(TextFolding.Fold(text));
        var (what, forms) = _aids.MaxBy(aid => Held(aid.Forms, said));
        return Held(forms, said) > 0 && !said.Split(' ').Any(_ended.Contains) && !IsDenied(forms, said) ? what
            : kind is DangerKind.Self or DangerKind.Illness or DangerKind.General && _lastWords.TellOfPoison(text, kind == DangerKind.Self) ? Poison
            : null;
    }

    /// <summary>"muntah busa", "lemes", "he stopped feeding" of whoever is ill already: <c>emergency.sign.{what}</c>.</summary>
    /// <returns>Null where nothing of that is said, or it is denied.</returns>
    public string? SignOf(string text)
    {
        var said = Plain(TextFolding.Fold(text));
        var (what, forms) = _signs.MaxBy(sign => Held(sign.Forms, said));
        return Held(forms, said) > 0 && !IsDenied(forms, said) ? what : null;
    }

    /// <summary>"saya ngumpet di kamar mandi": whoever hides must not be told to shout.</summary>
    public bool IsHiding(string text) => Plain(TextFolding.Fold(text)).Split(' ').Any(_hiding.Contains);

    /// <summary>"ga kejang": the longest form stands right behind a denial.</summary>
    private bool IsDenied(string[] forms, string said)
    {
        var form = forms.Where(f => $" {said} ".Contains($" {f} ", StringComparison.Ordinal)).MaxBy(f => f.Length)!;
        return $" {said} "[..$" {said} ".IndexOf($" {form} ", StringComparison.Ordinal)].Split(' ')[^1] is { Length: > 0 } before && _denials.Contains(before);
    }

    /// <summary>"makanan", "butuh selimut": what is needed, and nothing else.</summary>
    /// <returns>Null where it is none of that.</returns>
    public string? NeedOf(string text)
    {
        var words = Plain(TextFolding.Fold(text)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var need = string.Join(' ', words.SkipWhile(_needing.Contains));
        return words.Length <= MostWordsOfNeed && _needs.Contains(need) ? need : null;
    }

    /// <summary>"retaknya makin gede ini", "titip anak2 saya ya": words of a danger that was said to have passed.</summary>
    /// <param name="kind">What it was.</param>
    public bool Grows(string text, DangerKind kind)
    {
        var said = Plain(TextFolding.Fold(text));
        var words = said.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Held(_worse, said) > 0 || (kind == DangerKind.Self && (_lastWords.AreIn(text) || _lastWords.TellOfPoison(text, isOfSelf: true)))
            || ((kind == DangerKind.General ? _again.Values.SelectMany(forms => forms) : _again[kind]).Any(words.Contains)
                && !words.Any(word => _denials.Contains(word) || _ended.Contains(word)));
    }

    /// <summary>"jgn telp saya pak dia lg tidur"; not "jangan telp siang".</summary>
    public bool ForbidsCalls(string text) => _calls.AreIn(text);

    /// <summary>"aman apanya", "aman dari mana": the word is said to deny it.</summary>
    private bool Mocks(List<string> parts) => parts.Select(part => part.Split(' ')).Any(words => Enumerable.Range(0, Math.Max(0, words.Length - 1))
        .Any(at => _safeWords.Contains(words[at]) && _mockery.Contains(words[at + 1])));

    private bool IsDangerous(string part) => _understander.Understand(part).Urgency == Urgency.Emergency;

    private string Plain(string folded) => _wording.WithoutCourtesies(folded);

    /// <summary>"bapak udah sadar", never "belum sadar" or "pisau itu sudah aman di tangannya".</summary>
    private bool Says(string[] forms, string part)
    {
        if (forms.FirstOrDefault(form => part == form || part.EndsWith($" {form}", StringComparison.Ordinal)) is not { } said)
        {
            return false;
        }

        var before = part[..^said.Length].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return before.Length <= MostLeadingWords && !before.Any(_denials.Contains) && !(_safe.Contains(said) && before.Any(_others.Contains));
    }

    /// <summary>"aman ga klo di sini", "are we safe now?"; not "aman ga usah ke sini".</summary>
    private bool AsksIfSafe(string text) =>
        text.Split(Ends).Select(TextFolding.Fold).Where(part => !_saidSafe.Contains(part)).Select(Plain).Any(part => Held(_safety, part) > 0 || IsDoubted(part.Split(' ')))
        || text.Split(EndsOfClauses).Where(part => part.Contains('?', StringComparison.Ordinal)).Select(part => Plain(TextFolding.Fold(part)))
            .Any(part => part.Split(' ').Any(_safeWords.Contains));

    private bool IsDoubted(string[] words) => Enumerable.Range(0, Math.Max(0, words.Length - 1)).Any(at => _safeWords.Contains(words[at])
        && (_ifs.Contains(words[at + 1])
            || (_doubts.Contains(words[at + 1]) && (at + 2 == words.Length || _ifs.Contains(words[at + 2]) || _afterDoubts.Contains(words[at + 2])))));

    /// <summary>"udah ditangani bidan", "ambulan tos dugi"; not "dia sudah datang lagi".</summary>
    private bool IsHelped(string text) => !text.Contains('?', StringComparison.Ordinal) && text.Split(EndsOfClauses).Select(part => Plain(TextFolding.Fold(part))).Any(part =>
        (Held(_helped, part) > 0 || (Held(_helpers, part) > 0 && Held(_arrived, part) > 0)) && !part.Split(' ').Any(_uncertain.Contains) && Held(_when, part) == 0)
        && !Plain(TextFolding.Fold(text)).Split(' ').Any(word => _denials.Contains(word) || _butStill.Contains(word));

    /// <summary>"ambulan nya udah ditelpon tetangga", and nothing that makes it less than good news.</summary>
    private bool IsCalled(string said, string text) => Held(_called, said) > 0 && !text.Contains('?', StringComparison.Ordinal)
        && !said.Split(' ').Any(_uncertain.Contains) && Held(_when, said) == 0;

    /// <summary>"sudah aman bu dia pergi, mau lanjut": said first in some part, and nothing beside it is danger.</summary>
    private bool IsSafe(IReadOnlyList<string> parts, string text) =>
        parts.Any(part => _safe.Any(form => part == form || part.StartsWith($"{form} ", StringComparison.Ordinal)))
        && _understander.Understand(text).Urgency != Urgency.Emergency;

    /// <summary>"ga ada yg bahaya pa skrg mah dia tidur"; what is left of the message is heard as any other words are.</summary>
    /// <param name="mostBefore">Words that may stand before it in its part.</param>
    private bool Denies(List<string> parts, string[] forms, int mostBefore)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            if (Without(parts[i], forms, mostBefore) is { } rest)
            {
                return _understander.Understand(string.Join(", ", [.. parts.Take(i), rest, .. parts.Skip(i + 1)])) is not { Urgency: Urgency.Emergency, IsDangerNamed: true };
            }
        }

        return false;
    }

    /// <returns>The words of a part around the longest form in it; null where none is, or where it is itself denied.</returns>
    private string? Without(string part, string[] forms, int mostBefore)
    {
        var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var from = 0; from < words.Length && Plain(string.Join(' ', words[..from])).Count(c => c == ' ') < mostBefore; from++)
        {
            for (var to = Math.Min(words.Length, from + MostFormWords); to > from; to--)
            {
                // Both ends are words of the form, so that no courtesy around it is taken for a part of it.
                if (Plain(words[from]).Length > 0 && Plain(words[to - 1]).Length > 0 && forms.Contains(Plain(string.Join(' ', words[from..to]))))
                {
                    return words[Math.Max(0, from - MostLeadingWords)..from].Any(word => _denials.Contains(Plain(word)))
                        ? null
                        : string.Join(' ', words[..from].Concat(words[to..]));
                }
            }
        }

        return null;
    }

    /// <returns>The letters of the longest form that is in it; 0 for none.</returns>
    private static int Held(string[] forms, string part) =>
        forms.Where(form => $" {part} ".Contains($" {form} ", StringComparison.Ordinal)).Select(form => form.Length).DefaultIfEmpty().Max();
}
