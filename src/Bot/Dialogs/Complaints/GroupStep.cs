using SlrtBot.Core.Complaints;

namespace SlrtBot.Bot.Dialogs.Complaints;

/// <summary>Step 2, first level: what it is about, in the resident's words.</summary>
internal sealed class GroupStep : Step<ComplaintDraft>
{
    private const string Prefix = "category_group.";

    public override string Name => "group";

    public override bool IsAnswered(Turn turn, ComplaintDraft draft) => draft.Group is not null;

    public override bool Collects(ComplaintDraft draft, string text) => StoryStep.IsStory(text);

    public override Prompt Ask(Turn turn, ComplaintDraft draft) => turn.Question(Name)
        .With(ComplaintCategory.Groups.Select(g => new Option(Prefix + g.Code, turn.Phrase(Prefix + g.Code))));

    protected override Next Take(Turn turn, ComplaintDraft draft, Answer answer)
    {
        if (answer.Choice?.StartsWith(Prefix, StringComparison.Ordinal) != true)
        {
            return StoryStep.TakeEarly(turn, draft, answer) ?? Next.Puzzled();
        }

        draft.Group = answer.Choice[Prefix.Length..];
        draft.Category = CategoriesOf(draft) is [var only] ? only : null;
        return Next.Forward();
    }

    public static IReadOnlyList<string> CategoriesOf(ComplaintDraft draft) =>
        ComplaintCategory.Groups.FirstOrDefault(g => g.Code == draft.Group).Categories ?? [];
}
