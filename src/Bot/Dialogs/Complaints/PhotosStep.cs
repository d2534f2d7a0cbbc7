using SlrtBot.Bot.Engine;
using SlrtBot.Core.Conversations;

namespace SlrtBot.Bot.Dialogs.Complaints;

/// <summary>Step 5: photos and papers, which may be none. <see cref="EarlyMaterial"/> has attached them before this step sees them.</summary>
internal sealed class PhotosStep : Step<ComplaintDraft>
{
    public const string StepName = "photos";
    public const int Most = 5;
    private const string Done = "photos.done";

    public override string Name => StepName;

    public override bool IsAnswered(Turn turn, ComplaintDraft draft) => draft.PhotosAreAll || draft.Photos > 0;

    public override bool Collects(ComplaintDraft draft, string text) => Telling.IsStory(text);

    public override Prompt Ask(Turn turn, ComplaintDraft draft) => draft.Photos == 0
        ? turn.Question(Name).With(turn.Option(Words.Skip))
        : turn.Question("photos.more", ("most", Most)).With(turn.Option(Done, ChoiceStyle.Success));

    protected override Next Take(Turn turn, ComplaintDraft draft, Answer answer)
    {
        draft.PhotosAreAll = draft.Photos >= Most || answer.Choice is Done or Words.Skip
            || (answer.IsText && !Telling.IsStory(answer.Text) && NoneAnswer.Says(turn, answer.Text));
        if (draft.PhotosAreAll)
        {
            return Next.Forward();
        }

        return answer.Files.Count > 0 ? Next.Again(turn.Phrase(EarlyMaterial.KeptFiles(turn.Context.Files))) : StoryStep.TakeEarly(turn, draft, answer) ?? Next.Puzzled();
    }
}
