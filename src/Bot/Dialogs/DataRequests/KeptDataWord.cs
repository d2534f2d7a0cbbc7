using SlrtBot.Bot.Dialogs.Office;
using SlrtBot.Bot.Dialogs.Status;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints.Representatives;
using SlrtBot.Core.DataRequests;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Bot.Dialogs.DataRequests;

/// <summary>"What do you keep about me?" is answered at once, to the chat that it is kept about.</summary>
[Hears("kept"), Guarded]
internal sealed class KeptDataWord(
    DialogCatalogue dialogs, KeptData kept, OpenRequest request, ComplaintLabels labels, OfficeCard office, AreaCatalogue areas) : GlobalWord
{
    private const int Shown = 5;

    public override async Task<bool> DoAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        var data = await kept.OfAsync(turn.Conversation.Id, cancellationToken);
        await request.DoAsync(turn.Conversation, new(DataRequestKind.Access, Done: true), turn.Context.By, cancellationToken);
        turn.SayApart(string.Join('\n', Lines(turn, data)));
        if (data.Joined.Count > 0)
        {
            turn.SayApart(await JoinedAsync(turn, data.Joined, cancellationToken));
        }

        dialogs.Return(turn);
        return true;
    }

    private IEnumerable<string> Lines(Turn turn, Kept data)
    {
        yield return turn.Phrase("kept.head");
        var facts = new (string Key, bool Kept)[] { ("name", data.Name), ("phone", data.Phone), ("national_id", data.NationalId), ("address", data.Address) };
        if (facts.Any(f => f.Kept))
        {
            yield return turn.Phrase("kept.person", ("facts", string.Join(", ", facts.Where(f => f.Kept).Select(f => turn.Phrase($"kept.{f.Key}")))));
        }

        yield return data.References.Count == 0
            ? turn.Phrase("kept.no_complaints")
            : turn.Phrase("kept.complaints", ("references", string.Join(", ", data.References)));
        yield return turn.Phrase("kept.messages", ("messages", turn.Phrases.Number(turn.Language, data.Messages)), ("files", turn.Phrases.Number(turn.Language, data.Files)));
        if (data.ConsentAt is { } at)
        {
            var zone = areas.ZoneOf(turn.Conversation.VillageCode ?? areas.HomeRegency);
            yield return turn.Phrase("kept.consent", ("date", turn.Phrases.Date(turn.Language, LocalDay.Of(at, zone))), ("years", office.RetentionYears));
        }

        yield return turn.Phrase("kept.rights");
    }

    /// <summary>What it is about only where the chat's consent reaches so far.</summary>
    private async Task<string> JoinedAsync(Turn turn, IReadOnlyList<JoinedComplaint> joined, CancellationToken cancellationToken)
    {
        var lines = new List<string> { turn.Phrase("kept.joined.head") };
        foreach (var (complaint, relation, _) in joined.Take(Shown))
        {
            lines.Add(turn.Phrase(
                "kept.joined", ("about", await labels.AboutAsync(turn, complaint, cancellationToken)), ("reference", complaint.Reference),
                ("role", turn.Phrase($"kept.role.{Codes.Of(relation)}"))));
        }

        if (joined.Count > Shown)
        {
            lines.Add(turn.Phrase("kept.joined.more", ("count", joined.Count - Shown)));
        }

        return string.Join('\n', [.. lines, turn.Phrase("kept.joined.leave")]);
    }
}
