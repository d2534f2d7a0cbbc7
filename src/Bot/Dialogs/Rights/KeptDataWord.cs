using SlrtBot.Bot.Dialogs.Anywhere;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Rights;

namespace SlrtBot.Bot.Dialogs.Rights;

/// <summary>"What do you keep about me?" is answered at once, to the chat that it is kept about.</summary>
[Hears("kept"), Guarded]
internal sealed class KeptDataWord(DialogCatalogue dialogs, KeptData kept, OpenRequest request, OfficeCard office, AreaCatalogue areas) : AnywhereWord
{
    public override async Task<bool> DoAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        var data = await kept.OfAsync(turn.Conversation.Id, cancellationToken);
        await request.DoAsync(turn.Conversation, new(RightsKind.Access, Done: true), turn.Context.By, cancellationToken);
        turn.SayApart(string.Join('\n', Lines(turn, data)));
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
            var zone = areas.ZoneOf(turn.Conversation.VillageCode ?? areas.Regencies[0]);
            yield return turn.Phrase("kept.consent", ("date", turn.Phrases.Date(turn.Language, Core.Kernel.LocalDay.Of(at, zone))), ("years", office.RetentionYears));
        }

        yield return turn.Phrase("kept.rights");
    }
}
