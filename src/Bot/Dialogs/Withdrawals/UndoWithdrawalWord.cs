using SlrtBot.Bot.Dialogs.Anywhere;
using SlrtBot.Bot.Dialogs.Several;
using SlrtBot.Bot.Dialogs.Standings;
using SlrtBot.Core.Complaints;

namespace SlrtBot.Bot.Dialogs.Withdrawals;

/// <summary>"Batalkan pencabutan": a withdrawn complaint goes on, for as long as that may be.</summary>
[Hears(Key, $"{Key}.", WithCode = true), Guarded]
internal sealed class UndoWithdrawalWord(
    ComplaintQueries complaints, ComplaintLabels labels, UndoWithdrawal undo, WithdrawalOptions options, StandingText standing, StatusTeller status)
    : AnywhereWord
{
    public const string Key = "undo_withdrawal";

    private const int Shown = 6;

    public override async Task<bool> DoAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        if (ComplaintChoice.Named(KeyOf(answer), answer.Rest) is not { } named)
        {
            return false;
        }

        if (named.Length > 0)
        {
            if (await status.FindAsync(turn, named, cancellationToken) is { } one)
            {
                await UndoAsync(turn, one, cancellationToken);
            }

            return true;
        }

        var withdrawn = (await complaints.OfConversationAsync(turn.Conversation.Id, cancellationToken))
            .FindAll(c => options.MayUndo(c, turn.Context.Now));
        switch (withdrawn)
        {
            case []:
                status.Say(turn, turn.Phrase("undo_withdrawal.none"));
                break;
            case [var only]:
                await UndoAsync(turn, only, cancellationToken);
                break;
            default:
                status.Say(turn, turn.Phrase("undo_withdrawal.which"), [.. await labels.ButtonsAsync(turn, Key, withdrawn.Take(Shown), cancellationToken)]);
                break;
        }

        return true;
    }

    private async Task UndoAsync(Turn turn, Complaint complaint, CancellationToken cancellationToken)
    {
        var outcome = await undo.DoAsync(complaint.Id, turn.Context.By, cancellationToken);
        var told = outcome.Succeeded
            ? $"{turn.Phrase("undo_withdrawal.done", ("reference", complaint.Reference))}\n\n{await standing.OfAsync(turn, outcome.Value, cancellationToken)}"
            : turn.Phrase($"undo_withdrawal.{outcome.Refusals[0].Code}", ("reference", complaint.Reference));
        status.Say(turn, told, outcome.Succeeded ? [] : [turn.Option(Words.Report)]);
    }
}
