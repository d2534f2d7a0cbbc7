using SlrtBot.Core.Kernel;
using SlrtBot.Core.Phrases;

namespace SlrtBot.Host;

/// <summary>Refusals as operators read them: the catalogues' sentence in English, with the field before it.</summary>
internal static class Sentences
{
    public static string Of(PhraseBook book, Refusal refusal)
    {
        var sentence = book.Get("en", $"refusal.{refusal.Code}", [.. refusal.Values.Select(v => (v.Key, (object?)v.Value))]);
        return refusal.Field is null ? sentence : $"{refusal.Field}: {sentence}";
    }
}
