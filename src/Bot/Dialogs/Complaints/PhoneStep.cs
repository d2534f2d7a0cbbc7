using SlrtBot.Bot.Engine;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Numbers;

namespace SlrtBot.Bot.Dialogs.Complaints;

/// <summary>Step 6: a telephone number, so that staff can call; a neighbour's will do, and none as well.</summary>
internal sealed class PhoneStep : Step<ComplaintDraft>
{
    public const string StepName = "phone";
    private const string OfOther = "phone.of_other";
    private const string Another = "phone.another";

    public override string Name => StepName;

    public override bool Applies(Turn turn, ComplaintDraft draft) => !draft.IsAnonymous;

    public override bool IsAnswered(Turn turn, ComplaintDraft draft) => draft.WithoutPhone || draft.Phone is not null;

    public override Prompt Ask(Turn turn, ComplaintDraft draft) => PhoneNumber.TryParse(draft.OthersPhone, out var phone)
        ? (turn.Question(OfOther, ("number", phone.Local)) with { TakesWords = true })
            .With(turn.Option(OfOther, ChoiceStyle.Success), turn.Option(Another), turn.Option(Words.Skip))
        : !turn.IsLocked && PhoneNumber.TryParse(draft.KnownPhone, out var known)
        ? (turn.Question("phone.known", ("phone", known.Partly)) with { TakesWords = true })
            .With(turn.Option(NameStep.KnownYes, ChoiceStyle.Success), turn.Option(NameStep.KnownOther), turn.Option(Words.Skip))
        : turn.Question(Name).With(turn.Option(Words.Skip)) with
        {
            TakesWords = true,
            Ask = Core.Conversations.Ask.Contact,
            AskLabel = turn.Phrase("choice.contact"),
        };

    protected override Next Take(Turn turn, ComplaintDraft draft, Answer answer)
    {
        switch (answer.Choice)
        {
            case Words.Skip:
                return Settle(draft, null);
            case OfOther when draft.OthersPhone is { } others:
                return Settle(draft, others);
            case NameStep.KnownYes when draft.KnownPhone is { } known && !turn.IsLocked:
                return Settle(draft, known);
            case NameStep.KnownYes or NameStep.KnownOther:
                draft.KnownPhone = null;
                return Next.Again();
            case Another:
                draft.OthersPhone = null;
                return Next.Again();
        }

        var phone = answer.Contact is { } contact ? Read(contact.PhoneNumber) : PersonName.TakePhone(answer.Text).Phone;
        if (phone is null && answer.IsText && ThisNumber.Says(turn, answer.Text))
        {
            return Unseen(turn, draft);
        }

        if (phone is null)
        {
            return answer.IsText && NoneAnswer.Says(turn, answer.Text) ? Settle(draft, null) : StoryStep.TakeLong(turn, draft, answer) ?? Next.Puzzled(turn.Phrase("phone.unclear"));
        }

        return Settle(draft, phone.E164);
    }

    private static Next Settle(ComplaintDraft draft, string? phone)
    {
        (draft.Phone, draft.WithoutPhone, draft.OthersPhone) = (phone, phone is null, null);
        return Next.Forward();
    }

    /// <summary>Asked for its digits once; who says it again has no other answer.</summary>
    private static Next Unseen(Turn turn, ComplaintDraft draft)
    {
        if (draft.UnseenIsTold)
        {
            return Settle(draft, null) with { Text = turn.Phrase("phone.without") };
        }

        draft.UnseenIsTold = true;
        return Next.Again(turn.Phrase("phone.unseen"));
    }

    private static PhoneNumber? Read(string number) => PhoneNumber.TryParse(number, out var phone) ? phone : null;
}
