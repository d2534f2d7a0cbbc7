using SlrtBot.Bot.Engine;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Feedback;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Bot.Dialogs.Status;

/// <summary>"It is overdue, please raise it."</summary>
[Hears(Key, $"{Key}.", WithCode = true), Guarded]
internal sealed class RaiseWord(RaiseComplaint raise, StatusTeller status, ComplaintChoice choice, AreaCatalogue areas) : WordAboutComplaint(choice)
{
    public const string Key = "raise";

    /// <summary>Those whose promise has passed; where none has, those that are told so.</summary>
    protected override Task<IReadOnlyList<Complaint>> MeantAsync(Turn turn, IReadOnlyList<Complaint> all, CancellationToken cancellationToken)
    {
        var open = all.Where(c => c.StatusType == StatusType.Open).ToList();
        var past = open.FindAll(c => c.IsPast(LocalDay.Of(turn.Context.Now, areas.ZoneOf(c.VillageCode))));
        return Task.FromResult(past.Count > 0 ? past : open.Count > 0 ? open : all);
    }

    protected override async Task TakeAsync(Turn turn, Complaint complaint, CancellationToken cancellationToken)
    {
        var outcome = await raise.DoAsync(complaint.Id, turn.Context.By, cancellationToken);
        var said = outcome.Succeeded ? "raised" : $"raised.{outcome.Refusals[0].Code}";
        status.Say(
            turn,
            RefusedChat.Told(turn, outcome.Refusals, complaint.Reference)
                ?? turn.Phrase(said, ("reference", complaint.Reference), ("date", complaint.PromiseOn)),
            new Option(AboutComplaint.Key(StatusTeller.One, complaint.Reference), turn.Phrase("choice.standing")));
    }
}
