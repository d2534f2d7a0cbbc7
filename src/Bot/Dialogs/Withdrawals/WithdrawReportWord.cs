using SlrtBot.Bot.Dialogs.Navigation;
using SlrtBot.Bot.Dialogs.Status;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Changes;

namespace SlrtBot.Bot.Dialogs.Withdrawals;

/// <summary>"Cabut laporan": says what happens, and asks once; the reason is the yes, and none is one as well.</summary>
[Hears(Key, $"{Key}.", WithCode = true), Guarded(AtRestOnly = true)]
internal sealed class WithdrawReportWord(
    ComplaintLabels labels, StatusTeller status, WithdrawalOptions options, DialogCatalogue dialogs, CancelWord cancel, ComplaintChoice choice)
    : WordAboutComplaint(choice)
{
    public const string Key = Words.WithdrawReport;

    protected override string Which => "withdraw_report.which";

    protected override async Task<bool?> TakeOtherwiseAsync(Turn turn, Answer answer, string named, CancellationToken cancellationToken)
    {
        // In the middle of a form that is the report.
        var isTheForm = named.Length == 0 && answer.Choice is null && !dialogs.Of(turn).IsAtRest(turn);
        return isTheForm ? await cancel.DoAsync(turn, answer with { Word = Words.Cancel }, cancellationToken) : null;
    }

    protected override Task<IReadOnlyList<Complaint>> MeantAsync(Turn turn, IReadOnlyList<Complaint> all, CancellationToken cancellationToken)
    {
        var open = all.Where(WithdrawComplaint.IsOpenTo).ToList();
        return Task.FromResult(open.Count > 0 ? open : all);
    }

    protected override async Task TakeAsync(Turn turn, Complaint complaint, CancellationToken cancellationToken)
    {
        if (!WithdrawComplaint.IsOpenTo(complaint))
        {
            WithdrawForWord.SayRefused(turn, status, complaint);
            return;
        }

        var lies = complaint.StatusType == StatusType.Waiting && complaint.Status != ComplaintStatus.NeedsInformation;
        var question = turn.Question(
            lies ? "withdraw_report.partner" : "withdraw_report", ("reference", complaint.Reference),
            ("about", await labels.AboutAsync(turn, complaint, cancellationToken)), ("days", options.UndoWithinDays));
        var dialog = dialogs.Of(turn);
        turn.Show(dialog.IsAtRest(turn) ? Key : dialog.Path(turn), question
            .With(WithdrawComplaint.Reasons.Select(r => turn.OptionAbout($"{WithdrawForWord.Family}{r}", complaint.Reference)))
            .With(
                turn.OptionAbout(WithdrawForWord.Nothing, complaint.Reference) with { Style = Core.Conversations.ChoiceStyle.Danger },
                turn.OptionAbout(WithdrawForWord.Keep, complaint.Reference)));
    }
}
