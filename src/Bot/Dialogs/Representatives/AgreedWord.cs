using SlrtBot.Bot.Dialogs.Complaints;
using SlrtBot.Bot.Dialogs.Status;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Complaints.Representatives;

namespace SlrtBot.Bot.Dialogs.Representatives;

/// <summary>"Beliau setuju": the person concerned has agreed after all that the reporter hears of the complaint.</summary>
[Hears(Key, $"{Key}.", WithMore = true), Guarded]
internal sealed class AgreedWord(
    RepresentativeQueries representatives, AnswerForOther act, StatusTeller status, ComplaintChoice choice) : WordAboutComplaint(choice)
{
    public const string Key = Words.Agreed;

    protected override string Nothing => "agreed.nobody";

    protected override async Task<IReadOnlyList<Complaint>> MeantAsync(
        Turn turn, IReadOnlyList<Complaint> all, CancellationToken cancellationToken)
    {
        var meant = new List<Complaint>();
        foreach (var complaint in all)
        {
            if (!await representatives.ReadsAllAsync(complaint, turn.Conversation.Id, cancellationToken))
            {
                meant.Add(complaint);
            }
        }

        return meant;
    }

    protected override async Task TakeAsync(Turn turn, Complaint complaint, CancellationToken cancellationToken)
    {
        var input = new AnswerForOtherInput(complaint.Id, RepresentativeConsent.Yes, ForOtherQuestion.Version);
        var outcome = await act.DoAsync(input, turn.Context.By, cancellationToken);
        status.Say(
            turn, turn.Phrase(outcome.Succeeded ? "agreed.done" : $"agreed.{outcome.Refusals[0].Code}", ("reference", complaint.Reference)),
            new Option(AboutComplaint.Key(StatusTeller.One, complaint.Reference), turn.Phrase("choice.standing")));
    }
}
