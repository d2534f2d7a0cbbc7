using SlrtBot.Bot.Dialogs.Anywhere;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Bot.Dialogs.Standings;

/// <summary>What happened to a complaint so far: dated lines in plain words.</summary>
[Hears(Key, $"{Key}.", WithCode = true), Guarded]
internal sealed class HistoryWord(
    ComplaintQueries complaints, StandingQueries standings, RepresentativeQueries representatives, StatusTeller status, ComplaintChoice choice, AreaCatalogue areas) : AnywhereWord
{
    public const string Key = "history";

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
                await TellAsync(turn, one, cancellationToken);
            }

            return true;
        }

        var all = await complaints.OfConversationAsync(turn.Conversation.Id, cancellationToken);
        if (all is [var only])
        {
            await TellAsync(turn, only, cancellationToken);
        }
        else
        {
            choice.Ask(turn, Key, all);
        }

        return true;
    }

    private async Task TellAsync(Turn turn, Complaint complaint, CancellationToken cancellationToken)
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
