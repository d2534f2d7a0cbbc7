using System.Collections.Frozen;
using SlrtBot.Bot.Engine;
using SlrtBot.Bot.Protocol;
using SlrtBot.Core.Language;
using SlrtBot.Core.Phrases;

namespace SlrtBot.Bot.Turns;

/// <summary>
/// Whether a message is English or of here, by its small words (<c>answer.spoken</c>): whoever writes English is answered in
/// English, and whoever writes a language of here is not answered in English because the telephone speaks it.
/// </summary>
public sealed class SpokenLanguage(PhraseBook book)
{
    private const string Key = "answer.spoken";
    private const string English = "en";
    private const int FewestEnglish = 2;
    private const int FewestOfHere = 2;
    private readonly FrozenSet<string> _english = WordsOf(book, l => l == English);
    private readonly FrozenSet<string> _ofHere = WordsOf(book, l => l != English);

    /// <summary>A language that somebody chose stays; words that were passed on say nothing about the person.</summary>
    public void Follow(Turn turn)
    {
        if (turn.Conversation.LanguageIsChosen || turn.Context.Activity is not { Text: { } text } activity || activity.IsForwarded())
        {
            return;
        }

        var words = TextFolding.Fold(text).Split(' ').ToHashSet(StringComparer.Ordinal);
        var (english, ofHere) = (words.Count(_english.Contains), words.Count(_ofHere.Contains));
        if (turn.Language == PhraseBook.Fallback && english >= FewestEnglish && english > ofHere * 2)
        {
            turn.Conversation.Language = English;
        }
        else if (turn.Language == English && ofHere > english * 2 && ofHere >= Needed(turn) && !Chooses(activity))
        {
            turn.Conversation.Language = PhraseBook.Fallback;
        }
    }

    /// <summary>Before anything was answered, English is only the telephone's.</summary>
    private static int Needed(Turn turn) => turn.Conversation.Prompt is null ? 1 : FewestOfHere;

    private static bool Chooses(Activity activity) => activity.ChannelId == Channels.Webchat;

    private static FrozenSet<string> WordsOf(PhraseBook book, Func<string, bool> isMeant) => book.Languages.Where(isMeant)
        .Where(language => book.Has(language, Key))
        .SelectMany(language => book.Get(language, Key).Split('|'))
        .ToFrozenSet(StringComparer.Ordinal);
}
