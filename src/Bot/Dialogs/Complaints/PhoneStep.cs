using SlrtBot.Core.Kernel;

namespace SlrtBot.Bot.Dialogs.Complaints;

/// <summary>Step 6: a telephone number, so that staff can call; a neighbour's will do, and none as well.</summary>
internal sealed class PhoneStep : Step<ComplaintDraft>
{
    public const string StepName = "phone";

    public override string Name => StepName;

    public override bool Applies(Turn turn, ComplaintDraft draft) => !draft.IsAnonymous;

    public override bool IsAnswered(Turn turn, ComplaintDraft draft) => draft.WithoutPhone || draft.Phone is not null;

    public override Prompt Ask(Turn turn, ComplaintDraft draft) => turn.Question(Name).With(turn.Option(Words.Skip)) with
    {
        TakesWords = true,
        Ask = Core.Conversations.Ask.Contact,
        AskLabel = turn.Phrase("choice.contact"),
    };

    protected override Next Take(Turn turn, ComplaintDraft draft, Answer answer)
    {
        if (answer.Choice == Words.Skip)
        {
            (draft.WithoutPhone, draft.Phone) = (true, null);
            return Next.Forward();
        }

        var phone = answer.Contact is { } contact ? Read(contact.PhoneNumber) : PersonName.ReadWithPhone(answer.Text).Phone;
        if (phone is null)
        {
            return Next.Puzzled(turn.Phrase("phone.unclear"));
        }

        draft.Phone = phone.E164;
        return Next.Forward();
    }

    private static PhoneNumber? Read(string number) => PhoneNumber.TryParse(number, out var phone) ? phone : null;
}
