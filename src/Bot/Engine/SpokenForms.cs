using System.Collections.Concurrent;
using SlrtBot.Core.Phrases;

namespace SlrtBot.Bot.Engine;

/// <summary>What people say, and the catalogues' forms that are looked for in it: each key is read and written out once, not at every message.</summary>
public sealed class SpokenForms(PhraseBook book)
{
    private readonly ConcurrentDictionary<string, PhraseForms> _byKey = new();

    public PlainWording Wording { get; } = new(book);

    /// <param name="text">A whole message or a part of one, as typed.</param>
    public Utterance Hear(string text) => new(Wording, text);

    /// <param name="key">Of the catalogues, as <c>words.denial</c>.</param>
    public PhraseForms Of(string key) => _byKey.GetOrAdd(key, k => new PhraseForms(Wording, Words.Forms(book, k)));
}
