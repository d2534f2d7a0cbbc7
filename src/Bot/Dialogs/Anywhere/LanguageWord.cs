namespace SlrtBot.Bot.Dialogs.Anywhere;

/// <summary>The chat's language, asked for or named.</summary>
[Hears(Words.Language, "language.id", "language.en")]
internal sealed class LanguageWord(DialogCatalogue dialogs) : AnywhereWord
{
    public override Task<bool> DoAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        if (KeyOf(answer) is not Words.Language and var chosen)
        {
            turn.Conversation.Language = chosen[(chosen.IndexOf('.', StringComparison.Ordinal) + 1)..];
            turn.Add(turn.Phrase("language.changed"));
            dialogs.Return(turn);
        }
        else
        {
            turn.Show(dialogs.Of(turn).Path(turn), turn.Question("language").With(turn.Option("language.id"), turn.Option("language.en")));
        }

        return Task.FromResult(true);
    }
}
