using System.Collections.Frozen;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Language;
using SlrtBot.Core.Phrases;

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
/// sadar tapi lemas" goes on being one.
/// </summary>
public sealed class DangerNewsReader
{
    private const int MostLeadingWords = 3;
    private const string TopicPrefix = "answer.danger.asks.";
    private static readonly char[] Ends = [',', '.', ';', '!', '\n'];
    private readonly PlainWording _wording;
    private readonly (string Topic, string[] Forms)[] _topics;
    private readonly string[] _over;
    private readonly string[] _none;
    private readonly string[] _denied;
    private readonly string[] _despair;
    private readonly string[] _when;
    private readonly FrozenSet<string> _thanks;
    private readonly FrozenSet<string> _denials;

    public DangerNewsReader(PhraseBook book)
    {
        _wording = new PlainWording(book);
        (_over, _none, _denied, _despair, _when) = (Forms("over"), Forms("none"), Forms("denied"), Forms("despair"), Forms("when"));
        (_thanks, _denials) = (Forms("thanks").ToFrozenSet(), Forms("denials").ToFrozenSet());

        _topics = [.. book.Keys(PhraseBook.Fallback).Where(key => key.StartsWith(TopicPrefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(key => (key[TopicPrefix.Length..], Forms($"asks.{key[TopicPrefix.Length..]}")))];

        string[] Forms(string key) => [.. Words.Forms(book, $"answer.danger.{key}").Select(Plain).Where(form => form.Length > 0).Distinct()];
    }

    public DangerNews Of(string text)
    {
        var parts = text.Split(Ends, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(part => Plain(TextFolding.Fold(part))).Where(part => part.Length > 0).ToList();
        var said = parts.Where(part => !_thanks.Contains(part)).ToList();
        var isOver = said.Count > 0 && said.TrueForAll(part => Says(_over, part) || Says(_none, part));
        return said.Exists(part => Says(_denied, part)) ? DangerNews.None
            : isOver ? parts.Exists(part => Says(_none, part)) ? DangerNews.None : DangerNews.Over
            : parts.Exists(part => Holds(_despair, part)) ? DangerNews.Despair
            : parts.Exists(part => Holds(_when, part)) ? DangerNews.AsksWhen
            : DangerNews.Words;
    }

    /// <summary>What people in danger ask or beg beside: <c>answer.danger.asks.{topic}</c>, answered by <c>emergency.answer.{topic}</c>.</summary>
    /// <returns>Null where it is none of that; of several the one that is said in most letters ("polisi bayar ga" beside "bayar ga").</returns>
    public string? TopicOf(string text)
    {
        var said = Plain(TextFolding.Fold(text));
        return _topics.MaxBy(topic => Held(topic.Forms, said)) is var (topic, forms) && Held(forms, said) > 0 ? topic : null;
    }

    private string Plain(string folded) => _wording.WithoutCourtesies(folded);

    /// <summary>"bapak udah sadar", never "belum sadar" or "pisau itu sudah aman di tangannya".</summary>
    private bool Says(string[] forms, string part)
    {
        if (forms.FirstOrDefault(form => part == form || part.EndsWith($" {form}", StringComparison.Ordinal)) is not { } said)
        {
            return false;
        }

        var before = part[..^said.Length].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return before.Length <= MostLeadingWords && !before.Any(_denials.Contains);
    }

    private static bool Holds(string[] forms, string part) => Held(forms, part) > 0;

    /// <returns>The letters of the longest form that is in it; 0 for none.</returns>
    private static int Held(string[] forms, string part) =>
        forms.Where(form => $" {part} ".Contains($" {form} ", StringComparison.Ordinal)).Select(form => form.Length).DefaultIfEmpty().Max();
}
