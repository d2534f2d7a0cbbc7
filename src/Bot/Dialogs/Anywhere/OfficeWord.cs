namespace SlrtBot.Bot.Dialogs.Anywhere;

/// <summary>"kantornya dimana?", "jam buka kantor": where the office is, and when it is open.</summary>
[Hears("office")]
[Unguarded("where the office is, is everybody's")]
internal sealed class OfficeWord(DialogCatalogue dialogs, OfficeCard office) : AnywhereWord
{
    public override Task<bool> DoAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        turn.Add($"{turn.Phrase("officer")}\n{office.Address(turn)}");
        dialogs.Return(turn);
        return Task.FromResult(true);
    }
}
