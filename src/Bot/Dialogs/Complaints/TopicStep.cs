using SlrtBot.Bot.Engine;
using SlrtBot.Core.Conversations;

namespace SlrtBot.Bot.Dialogs.Complaints;

/// <summary>
/// Asked once, and only where somebody picked a subject by hand and then told of quite another: which of the two is meant? Whoever picked
/// officials, cuts or violence meant it.
/// </summary>
internal sealed class TopicStep(StoryGuess story) : Step<ComplaintDraft>
{
    public const string StepName = "topic";
    private const string Told = "topic.told";
    private const string Picked = "topic.picked";

    public override string Name => StepName;

    public override bool Applies(Turn turn, ComplaintDraft draft) => draft.Changing is null && story.AgainstPick(draft) is not null;

    public override bool IsAnswered(Turn turn, ComplaintDraft draft) => draft.PickIsMeant;

    public override bool Collects(ComplaintDraft draft, string text) => Telling.IsStory(text);

    public override Prompt Ask(Turn turn, ComplaintDraft draft)
    {
        var told = story.AgainstPick(draft) is { } category ? story.Named(turn, draft, category) : "";
        return turn.Question(Name, ("told", told), ("picked", GroupStep.Label(turn, draft.Group!)))
            .With(turn.Option(Told, ChoiceStyle.Success), turn.Option(Picked));
    }

    protected override Next Take(Turn turn, ComplaintDraft draft, Answer answer)
    {
        switch (answer.Choice)
        {
            case Told when story.AgainstPick(draft) is { } category:
                draft.PickIsMeant = true;
                GroupStep.Settle(draft, category);
                return Next.Forward();
            case Picked:
                draft.PickIsMeant = true;
                return Next.Forward();
            default:
                return StoryStep.TakeEarly(turn, draft, answer) ?? Next.Puzzled();
        }
    }
}
