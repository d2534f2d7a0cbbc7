using SlrtBot.Bot.Dialogs.Status;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Changes;

namespace SlrtBot.Bot.Dialogs.Withdrawals;

/// <summary>"Batalkan pencabutan": a withdrawn complaint goes on, for as long as that may be.</summary>
[Hears(Key, $"{Key}.", WithCode = true), Guarded]
internal sealed class UndoWithdrawalWord(
    UndoWithdrawal undo, WithdrawalOptions options, StandingText standing, StatusTeller status, ComplaintChoice choice) : WordAboutComplaint(choice)
{
    public const string Key = Words.UndoWithdrawal;

    protected override string Which => "undo_withdrawal.which";

    protected override string Nothing => "undo_withdrawal.none";

    protected override Task<IReadOnlyList<Complaint>> MeantAsync(Turn turn, IReadOnlyList<Complaint> all, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Complaint>>([.. all.Where(c => options.MayUndo(c, turn.Context.Now))]);

    protected override async Task TakeAsync(Turn turn, Complaint complaint, CancellationToken cancellationToken)
    {
        var outcome = await undo.DoAsync(complaint.Id, turn.Context.By, cancellationToken);
        var told = outcome.Succeeded
            ? $"{turn.Phrase("undo_withdrawal.done", ("reference", complaint.Reference))}\n\n{await standing.OfAsync(turn, outcome.Value, cancellationToken)}"
            : RefusedChat.Told(turn, outcome.Refusals, complaint.Reference)
                ?? turn.Phrase($"undo_withdrawal.{outcome.Refusals[0].Code}", ("reference", complaint.Reference));
        status.Say(turn, told, outcome.Succeeded ? [] : [turn.Option(Words.Report)]);
    }
}
