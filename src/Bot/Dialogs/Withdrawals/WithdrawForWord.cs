using SlrtBot.Bot.Dialogs.Status;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Complaints.Changes;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Bot.Dialogs.Withdrawals;

/// <summary>The yes, with its reason, or the no, to <see cref="WithdrawReportWord"/>.</summary>
[Hears(Family), Guarded]
internal sealed class WithdrawForWord(
    WithdrawComplaint withdraw, StatusTeller status, WithdrawalOptions options, AreaCatalogue areas) : GlobalWord
{
    public const string Family = "withdraw_for.";
    public const string Nothing = $"{Family}nothing";
    public const string Keep = $"{Family}keep";

    /// <summary>Why not, in the words of where it stands.</summary>
    public static void SayRefused(Turn turn, StatusTeller status, Complaint complaint) => status.Say(
        turn,
        turn.Phrase(
            complaint.Status == ComplaintStatus.Answered ? "withdraw_report.answered"
                : complaint.Status == ComplaintStatus.Withdrawn ? "withdraw_report.already" : "withdraw_report.settled",
            ("reference", complaint.Reference)),
        new Option(AboutComplaint.Key(StatusTeller.One, complaint.Reference), turn.Phrase("choice.standing")));

    public override async Task<bool> DoAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        var key = KeyOf(answer);
        if (AboutComplaint.ReferenceIn(key) is not { } reference)
        {
            return false;
        }

        if (await status.FindAsync(turn, reference, cancellationToken) is { } complaint)
        {
            await AnswerAsync(turn, complaint, AboutComplaint.WordOf(key), cancellationToken);
        }

        return true;
    }

    private async Task AnswerAsync(Turn turn, Complaint complaint, string word, CancellationToken cancellationToken)
    {
        if (word == Keep)
        {
            status.Say(turn, turn.Phrase("withdraw_report.kept", ("reference", complaint.Reference)));
            return;
        }

        var reason = word == Nothing ? null : word[Family.Length..];
        var outcome = await withdraw.DoAsync(complaint.Id, reason, turn.Context.By, cancellationToken);
        if (!outcome.Succeeded)
        {
            if (outcome.Refusals[0].Code == ChatWall.OnlyHears)
            {
                status.Say(turn, turn.Phrase("withdraw_report.not_yours"));
                return;
            }

            SayRefused(turn, status, complaint);
            return;
        }

        var until = LocalDay.Of(turn.Context.Now.AddDays(options.UndoWithinDays), areas.ZoneOf(complaint.VillageCode));
        var told = turn.Phrase("withdraw_report.done", ("reference", complaint.Reference), ("date", until));
        var isAfraid = reason == WithdrawComplaint.Afraid;
        var undo = turn.OptionAbout(UndoWithdrawalWord.Key, complaint.Reference) with { IsLasting = true };
        status.Say(
            turn, isAfraid ? $"{told}\n\n{turn.Phrase("withdraw_report.afraid")}" : told,
            isAfraid ? [turn.Option(Words.Officer, Core.Conversations.ChoiceStyle.Primary), undo] : [undo]);
    }
}
