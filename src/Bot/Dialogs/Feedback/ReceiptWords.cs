using System.Collections.Frozen;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Language;
using SlrtBot.Core.Phrases;

namespace SlrtBot.Bot.Dialogs.Feedback;

/// <summary>The ways in which people say "sudah", "sebagian" and "belum" of help that was announced. Read once per program.</summary>
public sealed class ReceiptWords(PhraseBook book)
{
    private static readonly string[] Keys = ["received.yes", "received.partly", "received.no"];

    private readonly FrozenDictionary<string, string> _keyByForm = Keys
        .SelectMany(key => Words.Forms(book, $"also.{key}").Concat(Words.Forms(book, $"choice.{key}")).Select(form => (form, key)))
        .DistinctBy(f => f.form).ToFrozenDictionary(f => f.form, f => f.key);

    /// <returns>The key of the word; null where the text is none of them.</returns>
    public string? Find(string text) => _keyByForm.GetValueOrDefault(TextFolding.Fold(text));
}
