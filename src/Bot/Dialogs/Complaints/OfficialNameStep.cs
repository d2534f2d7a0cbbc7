using SlrtBot.Bot.Dialogs.Complaints.Asides;
using SlrtBot.Bot.Engine;

namespace SlrtBot.Bot.Dialogs.Complaints;

/// <summary>Who it was, which nobody has to say; the one who is named never sees the complaint.</summary>
internal sealed class OfficialNameStep(SaidName names) : Step<ComplaintDraft>
{
    public const string StepName = "official_name";

    public override string Name => StepName;

    public override bool Applies(Turn turn, ComplaintDraft draft) => OfficialStep.ConcernOf(draft) is not null;

    public override bool IsAnswered(Turn turn, ComplaintDraft draft) => draft.OfficialName is not null;

    public override Prompt Ask(Turn turn, ComplaintDraft draft) =>
        turn.Question(Name).With(turn.Option(Words.Skip)) with { TakesWords = true };

    protected override Next Take(Turn turn, ComplaintDraft draft, Answer answer)
    {
        if (answer.Choice == Words.Skip || (answer.IsText && NoneAnswer.Says(turn, answer.Text)))
        {
            draft.OfficialName = "";
            return Next.Forward();
        }

        if (!answer.IsText || names.Read(answer.Text) is not { } name)
        {
            return StoryStep.TakeLong(turn, draft, answer) ?? Next.Puzzled(answer.IsText ? turn.Phrase("name.unclear") : null);
        }

        draft.OfficialName = name;
        return Next.Forward();
    }
}
