using System.Collections.Frozen;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Language;
using SlrtBot.Core.Phrases;

namespace SlrtBot.Bot.Dialogs.Feedback;

/// <summary>The ways in which people say "sudah", "sebagian" and "belum" of help that was announced. Read once per program.</summary>
public sealed class ReceiptWords
{
    private const string NotReceived = "received.no";

    /// <summary>More of them tell something of their own.</summary>
    private const int MostWordsOfNo = 6;

    private static readonly string[] Keys = ["received.yes", "received.partly", NotReceived];

    private readonly PlainWording _wording;
    private readonly FrozenSet<string> _about;
    private readonly FrozenSet<string> _unsure;
    private readonly string[] _notYet;
    private readonly FrozenDictionary<string, string> _keyByForm;
    private readonly FrozenDictionary<string, string> _keyByPlainForm;

    public ReceiptWords(PhraseBook book)
    {
        _wording = new PlainWording(book);
        _about = Words.Forms(book, "answer.received.about").ToFrozenSet();
        _unsure = Words.Forms(book, "answer.received.unsure").ToFrozenSet();
        _notYet = [.. Words.Forms(book, "answer.received.not_yet").Select(_wording.WrittenOut)];
        var forms = Keys.SelectMany(key => Words.Forms(book, $"also.{key}").Concat(Words.Forms(book, $"choice.{key}")).Select(form => (Form: form, Key: key))).ToList();
        _keyByForm = forms.DistinctBy(f => f.Form).ToFrozenDictionary(f => f.Form, f => f.Key);
        _keyByPlainForm = forms.Select(f => (Form: Plainly(f.Form), f.Key)).Where(f => f.Form.Length > 0)
            .GroupBy(f => f.Form).Where(g => g.Select(f => f.Key).Distinct().Count() == 1).ToFrozenDictionary(g => g.Key, g => g.First().Key);
    }

    /// <returns>The key of the word; null where the text is none of them.</returns>
    public string? Find(string text)
    {
        var folded = TextFolding.Fold(text);
        var plain = Plainly(folded);
        return _keyByForm.GetValueOrDefault(folded) ?? _keyByPlainForm.GetValueOrDefault(plain) ?? (SaysNotYet(plain) ? NotReceived : null);
    }

    /// <summary>"alhamdulillah udah bu, makasih": without courtesies, and without what the help was and when it came.</summary>
    private string Plainly(string folded) =>
        string.Join(' ', _wording.WithoutCourtesies(folded).Split(' ').Where(word => !_about.Contains(word)));

    /// <summary>"belum ada yang nganter": whatever follows. Yes is never heard that freely, since it settles the complaint.</summary>
    private bool SaysNotYet(string plain)
    {
        var words = plain.Split(' ');
        return words.Length <= MostWordsOfNo && !words.Any(_unsure.Contains)
            && _notYet.Any(form => $"{plain} ".StartsWith($"{form} ", StringComparison.Ordinal));
    }
}
