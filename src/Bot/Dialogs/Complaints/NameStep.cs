using SlrtBot.Bot.Dialogs.Complaints.Asides;
using SlrtBot.Bot.Engine;
using SlrtBot.Bot.Protocol;
using SlrtBot.Core.Language;
using SlrtBot.Core.Numbers;

namespace SlrtBot.Bot.Dialogs.Complaints;

/// <summary>Step 6: who speaks. A name and a number in one message are both understood; nobody has to say either.</summary>
internal sealed class NameStep(SaidName names, ForbiddenCalls calls) : Step<ComplaintDraft>
{
    public const string StepName = "name";
    public const string KnownYes = "known.yes";
    public const string KnownOther = "known.other";
    private const string Anonymous = "name.anonymous";

    public override string Name => StepName;

    public override bool IsAnswered(Turn turn, ComplaintDraft draft) => draft.IsAnonymous || draft.Name is not null;

    public override Prompt Ask(Turn turn, ComplaintDraft draft) => draft is { KnownName: { } known, Changing: null } && !turn.IsLocked
        ? (PhoneNumber.TryParse(draft.KnownPhone, out var phone)
            ? turn.Question("name.known", ("name", known), ("phone", phone.Partly))
            : turn.Question("name.known.alone", ("name", known)))
            .With(turn.Option(KnownYes, Core.Conversations.ChoiceStyle.Success), turn.Option(KnownOther), turn.Option(Anonymous)) with
        { TakesWords = true }
        // Who is not to be telephoned is asked for no number, not even beside the name.
        : draft is { IsUncalled: true, WithoutPhone: true } ? turn.Question("name.uncalled").With(turn.Option(Anonymous)) with { TakesWords = true }
        : turn.Question(Name).With(turn.Option(Anonymous)) with
        {
            TakesWords = true,
            Ask = Core.Conversations.Ask.Contact,
            AskLabel = turn.Phrase("choice.contact"),
        };

    protected override Next Take(Turn turn, ComplaintDraft draft, Answer answer)
    {
        if (answer.Choice == Anonymous || (answer.IsText && IsUnnamed(turn, answer.Text)))
        {
            (draft.IsAnonymous, draft.Name, draft.Phone, draft.NationalId) = (true, null, null, null);
            return Next.Forward(turn.Phrase("name.anonymous"));
        }

        if (answer.Choice == KnownYes && draft.KnownName is { } known && !turn.IsLocked)
        {
            (draft.IsAnonymous, draft.Name, draft.Phone) = (false, known, draft.Phone ?? draft.KnownPhone);
            return Next.Forward();
        }

        // Who is known from before is nobody's yes once the chat has locked.
        if (answer.Choice is KnownYes or KnownOther)
        {
            (draft.KnownName, draft.KnownPhone) = (null, null);
            return Next.Again();
        }

        if (answer.Contact is { } contact)
        {
            return TakeContact(turn, draft, contact);
        }

        var (name, phone, beside) = answer.IsText ? names.ReadWithPhone(answer.Text) : default;
        if ((string.IsNullOrEmpty(beside) && answer.IsText && Says(turn, answer.Text, "answer.no_name")) || IsNoWord(turn, answer))
        {
            return Next.Puzzled(turn.Phrase("name.unclear"));
        }

        draft.Phone = phone?.E164 ?? draft.Phone;
        if (name is null && answer.IsText && ThisNumber.Says(turn, answer.Text))
        {
            draft.UnseenIsTold = true;
            return Next.Again(turn.Phrase("phone.unseen.name"));
        }

        if (name is null)
        {
            return phone is not null ? Next.Again(turn.Phrase("name.still_missing"))
                : StoryStep.TakeLong(turn, draft, answer) ?? Next.Puzzled(answer.IsText ? turn.Phrase("name.unclear") : null);
        }

        (draft.IsAnonymous, draft.Name) = (false, name);
        if (phone is null && !ThisNumber.Says(turn, beside) && NoneAnswer.Says(turn, beside))
        {
            draft.WithoutPhone = true;
            return Next.Forward();
        }

        if (beside.Length == 0)
        {
            return Next.Forward();
        }

        if (phone is null && ThisNumber.Says(turn, beside))
        {
            draft.UnseenIsTold = true;
            return Next.Forward(turn.Phrase("phone.unseen.name"));
        }

        draft.KeepBeside(beside);
        if (!calls.AreIn(beside))
        {
            return Next.Forward(turn.Phrase("kept.words"));
        }

        (draft.IsUncalled, draft.WithoutPhone) = (true, draft.Phone is null && !Says(turn, beside, "answer.by_message"));
        return Next.Forward(turn.Phrase("aside.uncalled"));
    }

    /// <summary>"jangan sebut nama saya" is nobody's name.</summary>
    public static bool IsUnnamed(Turn turn, string text) => Says(turn, text, "answer.unnamed")
        || (Says(turn, text, "answer.unnamed.denied") && Says(turn, text, "words.denial"));

    private static bool Says(Turn turn, string text, string key) =>
        turn.Forms.Of(key).AreIn(turn.Forms.Hear(text));

    /// <summary>"iya pak": politeness, and no name in it.</summary>
    private static bool IsNoWord(Turn turn, Answer answer) => answer.IsText
        && turn.Forms.Wording.WithoutCourtesies(TextFolding.Fold(answer.Text)).Length == 0;

    private static Next TakeContact(Turn turn, ComplaintDraft draft, SharedContact contact)
    {
        if (!PhoneNumber.TryParse(contact.PhoneNumber, out var phone))
        {
            return Next.Puzzled(turn.Phrase("phone.unclear"));
        }

        draft.Phone = phone.E164;
        draft.Name = PersonName.Read(contact.Name ?? "") ?? draft.Name;
        draft.IsAnonymous = false;
        return draft.Name is null ? Next.Again(turn.Phrase("name.still_missing")) : Next.Forward();
    }
}
