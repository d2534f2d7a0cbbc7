using SlrtBot.Bot.Engine;

namespace SlrtBot.Bot.Dialogs.Office;

/// <summary>"kantornya dimana?", "jam buka kantor": where the office is, and when it is open.</summary>
[Hears("office")]
[Unguarded("where the office is, is everybody's")]
internal sealed class OfficeWord(DialogCatalogue dialogs, OfficeCard office, OpeningHours hours) : GlobalWord
{
    public override Task<bool> DoAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        turn.Add($"{turn.Phrase("officer")}\n{hours.TellBelow(turn, office.Address(turn), turn.Forms.Hear(answer.Text))}");
        dialogs.Return(turn);
        return Task.FromResult(true);
    }
}
