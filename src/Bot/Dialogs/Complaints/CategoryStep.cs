using SlrtBot.Bot.Engine;

namespace SlrtBot.Bot.Dialogs.Complaints;

/// <summary>Step 2, second level: only where a group holds several kinds.</summary>
internal sealed class CategoryStep : Step<ComplaintDraft>
{
    public const string StepName = "category";
    private const string Prefix = "category.";

    public override string Name => StepName;

    public override bool Applies(Turn turn, ComplaintDraft draft) => GroupStep.CategoriesOf(draft).Count > 1;

    public override bool IsAnswered(Turn turn, ComplaintDraft draft) => draft.Category is not null;

    public override bool Collects(ComplaintDraft draft, string text) => Telling.IsStory(text);

    public override Prompt Ask(Turn turn, ComplaintDraft draft) => turn.Question(Name)
        .With(GroupStep.CategoriesOf(draft).Select(code => new Option(Prefix + code, turn.Phrase(Prefix + code))));

    protected override Next Take(Turn turn, ComplaintDraft draft, Answer answer)
    {
        if (answer.Choice?.StartsWith(Prefix, StringComparison.Ordinal) != true)
        {
            return StoryStep.TakeEarly(turn, draft, answer) ?? Next.Puzzled();
        }

        draft.Category = answer.Choice[Prefix.Length..];
        return Next.Forward();
    }
}
