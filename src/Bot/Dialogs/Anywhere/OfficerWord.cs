namespace SlrtBot.Bot.Dialogs.Anywhere;

/// <summary>Where people find people.</summary>
[Hears(Words.Officer)]
internal sealed class OfficerWord(DialogCatalogue dialogs, OfficeCard office) : AnywhereWord
{
    public override Task<bool> DoAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        turn.Add($"{turn.Phrase("officer")}\n{office.Address(turn)}");
        dialogs.Return(turn);
        return Task.FromResult(true);
    }
}
