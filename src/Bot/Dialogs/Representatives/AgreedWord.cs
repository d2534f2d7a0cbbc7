using SlrtBot.Bot.Dialogs.Anywhere;
using SlrtBot.Bot.Dialogs.Complaints;
using SlrtBot.Bot.Dialogs.Standings;
using SlrtBot.Core.Complaints;

namespace SlrtBot.Bot.Dialogs.Representatives;

/// <summary>"Beliau setuju": the person concerned has agreed after all that the reporter hears of the complaint.</summary>
[Hears(Key, $"{Key}.", WithMore = true), Guarded]
internal sealed class AgreedWord(
    ComplaintQueries complaints, RepresentativeQueries representatives, AnswerForOther act, StatusTeller status, ComplaintChoice choice) : AnywhereWord
{
    public const string Key = "agreed";

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
                await AgreeAsync(turn, one, cancellationToken);
            }

            return true;
        }

        var meant = new List<Complaint>();
        foreach (var complaint in await complaints.OfConversationAsync(turn.Conversation.Id, cancellationToken))
        {
            if (!await representatives.ReadsAllAsync(complaint, turn.Conversation.Id, cancellationToken))
            {
                meant.Add(complaint);
            }
        }

        switch (meant)
        {
            case []:
                status.Say(turn, turn.Phrase("agreed.nobody"));
                break;
            case [var only]:
                await AgreeAsync(turn, only, cancellationToken);
                break;
            default:
                choice.Ask(turn, Key, meant);
                break;
        }

        return true;
    }

    private async Task AgreeAsync(Turn turn, Complaint complaint, CancellationToken cancellationToken)
    {
        var input = new AnswerForOtherInput(complaint.Id, RepresentativeConsent.Yes, ForOtherQuestion.Version);
        var outcome = await act.DoAsync(input, turn.Context.By, cancellationToken);
        status.Say(
            turn, turn.Phrase(outcome.Succeeded ? "agreed.done" : $"agreed.{outcome.Refusals[0].Code}", ("reference", complaint.Reference)),
            new Option(AboutComplaint.Key(StatusTeller.One, complaint.Reference), turn.Phrase("choice.standing")));
    }
}
