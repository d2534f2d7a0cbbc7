using System.Collections.Frozen;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Language;
using SlrtBot.Core.Phrases;

namespace SlrtBot.Bot.Dialogs.Complaints.Asides;

/// <summary>"jgn telp saya pak dia lg tidur"; not "jangan telp siang".</summary>
public sealed class ForbiddenCalls(PhraseBook book)
{
    private const int MostWordsToHour = 3;
    private readonly PlainWording _wording = new(book);
    private readonly string[][] _forms = [.. Words.Forms(book, "answer.no_call").Select(new PlainWording(book).WithoutCourtesies).Where(form => form.Length > 0).Distinct().Select(form => form.Split(' '))];
    private readonly FrozenSet<string> _hours = [.. Words.Forms(book, "answer.no_call.hours").Select(new PlainWording(book).WithoutCourtesies).Where(form => form.Length > 0)];

    public bool AreIn(string text)
    {
        var words = _wording.WithoutCourtesies(TextFolding.Fold(text)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Enumerable.Range(0, words.Length).Any(at => _forms.Any(form =>
            words.AsSpan(at).StartsWith(form) && !words.Skip(at + form.Length).Take(MostWordsToHour).Any(_hours.Contains)));
    }
}
