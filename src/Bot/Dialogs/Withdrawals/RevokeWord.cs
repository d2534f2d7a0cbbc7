using SlrtBot.Bot.Engine;

namespace SlrtBot.Bot.Dialogs.Withdrawals;

/// <summary>"Cabut" by itself may mean a report or the consent, and these are far apart: it is asked. With a number it is the report.</summary>
[Hears(Key, Nothing, WithCode = true), Guarded]
internal sealed class RevokeWord(DialogCatalogue dialogs, WithdrawReportWord report) : GlobalWord
{
    private const string Key = "revoke";
    private const string Nothing = "revoke.nothing";

    public override Task<bool> DoAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        if (answer.Rest.Length > 0)
        {
            return report.DoAsync(turn, answer with { Word = WithdrawReportWord.Key }, cancellationToken);
        }

        if (KeyOf(answer) == Nothing)
        {
            turn.Add(turn.Phrase("revoke.nothing"));
            dialogs.Return(turn);
            return Task.FromResult(true);
        }

        var dialog = dialogs.Of(turn);
        turn.Show(dialog.IsAtRest(turn) ? Key : dialog.Path(turn), turn.Question(Key).With(
            turn.Option(WithdrawReportWord.Key), turn.Option(Words.Withdraw), turn.Option(Nothing)));
        return Task.FromResult(true);
    }
}
