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
    private readonly string[][] _forms = [.. Words.Forms(book, "answer.no_call").Select(new PlainWording(book).WrittenOut).Distinct().Select(form => form.Split(' '))];
    private readonly FrozenSet<string> _hours = [.. Words.Forms(book, "answer.no_call.hours").Select(new PlainWording(book).WithoutCourtesies).Where(form => form.Length > 0)];

    public bool AreIn(string text)
    {
        var folded = TextFolding.Fold(text);
        return Stand(_wording.WrittenOut(folded)) || Stand(_wording.WithoutCourtesies(folded));
    }

    /// <summary>The forms stay whole: "aja telpon" forbids it in Javanese, and "telpon" by itself forbids nothing.</summary>
    private bool Stand(string wording)
    {
        var words = wording.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Enumerable.Range(0, words.Length).Any(at => _forms.Any(form =>
            words.AsSpan(at).StartsWith(form) && !words.Skip(at + form.Length).Take(MostWordsToHour).Any(_hours.Contains)));
    }
}
