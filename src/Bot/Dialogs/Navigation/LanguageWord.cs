using SlrtBot.Bot.Engine;
using SlrtBot.Core.Phrases;

namespace SlrtBot.Bot.Dialogs.Navigation;

/// <summary>The chat's language, asked for or named; only those that are switched on (<see cref="AnswerLanguages"/>) are offered.</summary>
[Hears(Words.Language, "language.id", "language.en", "language.su", "language.jv")]
[Unguarded("whoever holds the phone must be able to read the question for the PIN")]
internal sealed class LanguageWord(DialogCatalogue dialogs) : GlobalWord
{
    private const string Prefix = "language.";

    public override Task<bool> DoAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        if (KeyOf(answer) is Words.Language)
        {
            var offered = AnswerLanguages.Always.Concat(AnswerLanguages.OnRequest).Where(turn.Phrases.Languages.Contains);
            turn.Show(dialogs.Of(turn).Path(turn), turn.Question("language").With(offered.Select(l => turn.Option(Prefix + l))));
            return Task.FromResult(true);
        }

        var chosen = KeyOf(answer)[Prefix.Length..];
        var isSpoken = turn.Phrases.Languages.Contains(chosen);
        (turn.Conversation.Language, turn.Conversation.LanguageIsChosen) = (isSpoken ? chosen : turn.Language, isSpoken);
        turn.Add(turn.Phrase(isSpoken ? "language.changed" : "language.not_yet"));
        dialogs.Return(turn);
        return Task.FromResult(true);
    }
}
