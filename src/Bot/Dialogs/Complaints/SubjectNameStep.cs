using SlrtBot.Bot.Dialogs.Complaints.Asides;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Complaints;

namespace SlrtBot.Bot.Dialogs.Complaints;

/// <summary>Step 1, where it is for somebody else: their name.</summary>
internal sealed class SubjectNameStep(SaidName names) : Step<ComplaintDraft>
{
    public const string StepName = "subject_name";

    public override string Name => StepName;

    public override bool Applies(Turn turn, ComplaintDraft draft) => draft.Subject is not (null or Subject.Self);

    public override bool IsAnswered(Turn turn, ComplaintDraft draft) => draft.SubjectName is not null;

    public override Prompt Ask(Turn turn, ComplaintDraft draft) =>
        turn.Question(Name).With(turn.Option(Words.Skip)) with { TakesWords = true };

    protected override Next Take(Turn turn, ComplaintDraft draft, Answer answer)
    {
        if (answer.Choice == Words.Skip || (answer.IsText && (NoneAnswer.Says(turn, answer.Text) || NameStep.IsUnnamed(turn, answer.Text))))
        {
            draft.SubjectName = "";
            return Next.Forward();
        }

        if (!answer.IsText || names.Read(answer.Text) is not { } name)
        {
            return StoryStep.TakeLong(turn, draft, answer) ?? Next.Puzzled(answer.IsText ? turn.Phrase("name.unclear") : null);
        }

        draft.SubjectName = name;
        return Next.Forward();
    }
}
