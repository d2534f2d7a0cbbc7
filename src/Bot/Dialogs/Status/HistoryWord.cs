using SlrtBot.Bot.Engine;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Complaints.Sheets;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Bot.Dialogs.Status;

/// <summary>What happened to a complaint so far: dated lines in plain words.</summary>
[Hears(Key, $"{Key}.", WithCode = true), Guarded]
internal sealed class HistoryWord(
    StandingQueries standings, RepresentativeQueries representatives, StatusTeller status, ComplaintChoice choice, AreaCatalogue areas)
    : WordAboutComplaint(choice)
{
    public const string Key = "history";

    private const int Shown = 6;

    protected override string Which => "standing.which";

    protected override async Task TakeAsync(Turn turn, Complaint complaint, CancellationToken cancellationToken)
    {
        if (!await representatives.ReadsAllAsync(complaint, turn.Conversation.Id, cancellationToken))
        {
            _ = await status.TellOneAsync(turn, complaint.Reference, cancellationToken);
            return;
        }

        var zone = areas.ZoneOf(complaint.VillageCode);
        var lines = await standings.HistoryAsync(complaint.Id, cancellationToken);
        var told = lines.TakeLast(Shown).Select(line => turn.Phrase(
            "history.line", ("date", turn.ShortDate(LocalDay.Of(line.At, zone))), ("what", turn.Phrase($"history.{line.Verb}"))));
        var earlier = lines.Count > Shown ? [turn.Phrase("history.earlier", ("count", lines.Count - Shown))] : Array.Empty<string>();
        status.Say(
            turn, string.Join('\n', [turn.Phrase("history.heading", ("reference", complaint.Reference)), .. earlier, .. told]),
            new Option(AboutComplaint.Key(StatusTeller.One, complaint.Reference), turn.Phrase("choice.standing")));
    }
}
