using SlrtBot.Bot.Dialogs.Anywhere;
using SlrtBot.Bot.Dialogs.Several;
using SlrtBot.Bot.Dialogs.Standings;
using SlrtBot.Core.Complaints;

namespace SlrtBot.Bot.Dialogs.Withdrawals;

/// <summary>"Cabut laporan": says what happens, and asks once; the reason is the yes, and none is one as well.</summary>
[Hears(Key, $"{Key}.", WithCode = true), Guarded]
internal sealed class WithdrawReportWord(
    ComplaintQueries complaints, ComplaintLabels labels, StatusTeller status, WithdrawalOptions options, DialogCatalogue dialogs, CancelWord cancel)
    : AnywhereWord
{
    public const string Key = "withdraw_report";

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
                await AskAsync(turn, one, cancellationToken);
            }

            return true;
        }

        // In the middle of a form that is the report.
        if (answer.Choice is null && !dialogs.Of(turn).IsAtRest(turn))
        {
            return await cancel.DoAsync(turn, answer with { Word = Words.Cancel }, cancellationToken);
        }

        await ChooseAsync(turn, cancellationToken);
        return true;
    }

    private async Task ChooseAsync(Turn turn, CancellationToken cancellationToken)
    {
        var all = await complaints.OfConversationAsync(turn.Conversation.Id, cancellationToken);
        var open = all.FindAll(WithdrawComplaint.IsOpenTo);
        switch (open.Count > 0 ? open : all)
        {
            case []:
                status.Say(turn, turn.Phrase("status.none"));
                break;
            case [var only]:
                await AskAsync(turn, only, cancellationToken);
                break;
            case var several:
                status.Say(turn, turn.Phrase("withdraw_report.which"), [.. await labels.ButtonsAsync(turn, Key, several.Take(Shown), cancellationToken)]);
                break;
        }
    }

    private async Task AskAsync(Turn turn, Complaint complaint, CancellationToken cancellationToken)
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
