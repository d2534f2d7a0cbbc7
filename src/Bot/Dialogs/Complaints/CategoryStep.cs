using SlrtBot.Bot.Engine;
using SlrtBot.Core.Complaints;

namespace SlrtBot.Bot.Dialogs.Complaints;

/// <summary>Step 2, second level: only where a group holds several kinds.</summary>
internal sealed class CategoryStep(StoryGuess story) : Step<ComplaintDraft>
{
    public const string StepName = "category";
    private const string Prefix = "category.";

    public override string Name => StepName;

    /// <summary>Also where one of two was switched off before somebody chose between them.</summary>
    public override bool Applies(Turn turn, ComplaintDraft draft) => Offered(draft) is { Count: > 0 } offered && (offered.Count > 1 || draft.Category is null);

    public override bool IsAnswered(Turn turn, ComplaintDraft draft) => draft.Category is not null;

    public override bool Collects(ComplaintDraft draft, string text) => Telling.IsStory(text);

    public override Prompt Ask(Turn turn, ComplaintDraft draft) => turn.Question(Name)
        .With(Offered(draft).Select(code => new Option(Prefix + code, turn.Phrase(Prefix + code))));

    protected override Next Take(Turn turn, ComplaintDraft draft, Answer answer)
    {
        if (answer.Choice?.StartsWith(Prefix, StringComparison.Ordinal) != true)
        {
            return StoryStep.TakeEarly(turn, draft, answer) ?? LeaveToStaff(turn, draft, answer) ?? Next.Puzzled();
        }

        draft.Category = answer.Choice[Prefix.Length..];
        return Next.Forward();
    }

    private IReadOnlyList<string> Offered(ComplaintDraft draft) => story.Categories.InGroup(draft.Group);

    /// <summary>As at the first level: whoever has told the story is not asked a third time.</summary>
    private Next? LeaveToStaff(Turn turn, ComplaintDraft draft, Answer answer)
    {
        if (!answer.IsText || draft.Story.Length == 0 || draft.Changing is not null || turn.Conversation.Misunderstood == 0)
        {
            return null;
        }

        var open = Offered(draft).Where(code => !story.Categories.Get(code).IsSensitive).ToList();
        draft.Category = open.Find(code => code == story.Likeliest(draft)) ?? open.Find(code => code == ComplaintCategory.Unsorted.Code) ?? open.FirstOrDefault();
        if (draft.Category is null)
        {
            return null;
        }

        draft.KeepBeside(answer.Text);
        return Next.Forward(turn.Phrase("group.left", ("category", turn.Phrase(Prefix + draft.Category))));
    }
}
