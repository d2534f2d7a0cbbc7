using SlrtBot.Bot.Engine;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Numbers;

namespace SlrtBot.Bot.Dialogs.Complaints;

/// <content>What was told in an alarm, and need not be told again.</content>
public sealed partial class ComplaintDialog
{
    /// <summary>Place and number that were told in an alarm fill the form, and this is said before its question.</summary>
    public void KeepTold(Turn turn, Held told)
    {
        var draft = turn.Draft<ComplaintDraft>();
        turn.Add(SayTold(turn, told));
        Fill(draft, told);
        turn.Store(draft);
        if (Steps.FirstOrDefault(s => s.Name == turn.Conversation.Step) is { Name: VillageStep.StepName or PhoneStep.StepName } step && step.IsAnswered(turn, draft))
        {
            turn.Conversation.Step = null;
        }
    }

    /// <summary>The same, where the complaint was begun by the words of the alarm.</summary>
    public void FillBegun(Turn turn, Held told)
    {
        if (turn.Conversation is { Dialog: DialogName, Step: not ReceiptStep.StepName })
        {
            var draft = turn.Draft<ComplaintDraft>();
            Fill(draft, told);
            turn.Store(draft);
        }
    }

    /// <returns>Null where nothing was told that the form asks for.</returns>
    public string? SayTold(Turn turn, Held told)
    {
        var village = VillageOf(told) is { } code ? turn.Phrase("aside.what.village", ("village", areas.Path(code))) : null;
        var phone = PhoneOf(told) is { } number ? turn.Phrase("aside.what.phone", ("phone", number.Local)) : null;
        return village is null && phone is null ? null : turn.Phrase("aside.noted", ("what", string.Join(", ", new[] { village, phone }.OfType<string>())));
    }

    public void Fill(ComplaintDraft draft, Held told)
    {
        draft.VillageCode ??= VillageOf(told);
        draft.Address ??= told.Place;
        draft.Phone ??= draft.IsAnonymous ? null : PhoneOf(told)?.E164;
    }

    private string? VillageOf(Held told) => areas.Find(told.AreaCode ?? "") is { Level: AreaLevel.Village } village ? village.Code : null;

    private static PhoneNumber? PhoneOf(Held told) => !told.IsUncalled && PhoneNumber.TryParse(told.Phone, out var phone) ? phone : null;
}
