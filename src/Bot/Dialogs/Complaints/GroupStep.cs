using SlrtBot.Bot.Engine;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Conversations;

namespace SlrtBot.Bot.Dialogs.Complaints;

/// <summary>
/// Step 2, first level: what it is about, in the resident's words. Where a story was told already, what it seems to be
/// about is proposed, never taken silently.
/// </summary>
internal sealed class GroupStep(StoryGuess story) : Step<ComplaintDraft>
{
    public const string StepName = "group";
    private const string Prefix = "category_group.";
    private const string OfCategory = "category.";
    private const string Guessed = "guess.right";
    private const string Elsewhere = "guess.wrong";

    public override string Name => StepName;

    public override bool IsAnswered(Turn turn, ComplaintDraft draft) => draft.Group is not null;

    public override bool Collects(ComplaintDraft draft, string text) => Telling.IsStory(text);

    public override Prompt Ask(Turn turn, ComplaintDraft draft)
    {
        var groups = story.Categories.Groups.Select(group => new Option(Prefix + group, turn.Phrase(Prefix + group)));
        return Guess(draft) is { } guess
            ? (turn.Question("group.guess", ("category", story.Named(turn, draft, guess))) with { Unshown = [.. Categories(turn), .. groups] })
                .With(turn.Option(Guessed, ChoiceStyle.Success), turn.Option(Elsewhere))
            : turn.Question(Name).With(groups);
    }

    protected override Next Take(Turn turn, ComplaintDraft draft, Answer answer)
    {
        if (answer.Choice == Elsewhere)
        {
            draft.IsMisjudged = true;
            return Next.Again();
        }

        // Whoever changes it in the summary has read there what the story was taken for.
        draft.IsMisjudged |= draft.Changing is not null && answer.Choice is not null;

        if (answer.Choice == Guessed && Guess(draft) is { } guess)
        {
            Settle(draft, guess);
            return Next.Forward();
        }

        if (answer.Choice?.StartsWith(OfCategory, StringComparison.Ordinal) == true)
        {
            draft.PickIsMeant = true;
            Settle(draft, answer.Choice[OfCategory.Length..]);
            return Next.Forward();
        }

        if (answer.Choice?.StartsWith(Prefix, StringComparison.Ordinal) != true)
        {
            return StoryStep.TakeEarly(turn, draft, answer) ?? LeaveToStaff(turn, draft, answer) ?? Next.Puzzled();
        }

        draft.PickIsMeant |= Guess(draft) is not null;
        draft.Group = answer.Choice[Prefix.Length..];
        draft.Category = story.Categories.InGroup(draft.Group) is [var only] ? only : null;
        return Next.Forward();
    }

    /// <summary>
    /// Whoever has told the story and does not choose from the list, not even when asked again, is not asked a third time: the officers find the
    /// heading, and the summary shows the one that seemed likeliest.
    /// </summary>
    private Next? LeaveToStaff(Turn turn, ComplaintDraft draft, Answer answer)
    {
        if (!answer.IsText || draft.Story.Length == 0 || draft.Changing is not null || turn.Conversation.Misunderstood == 0 || Guess(draft) is not null)
        {
            return null;
        }

        var likeliest = story.Likeliest(draft) ?? ComplaintCategory.Unsorted.Code;
        Settle(draft, likeliest);
        draft.PickIsMeant = true;
        draft.KeepBeside(answer.Text);
        return Next.Forward(turn.Phrase("group.left", ("category", turn.Phrase(OfCategory + likeliest))));
    }

    /// <returns>A category's code; null where there is no story, no good guess, or the resident has said no to it.</returns>
    private string? Guess(ComplaintDraft draft)
    {
        if (draft.IsMisjudged || draft.Changing is not null || draft.Story.Length == 0)
        {
            return null;
        }

        var understood = story.Proposed(draft);
        return understood.IsWorthProposing && understood.Category is { } code && story.Categories.IsOffered(code) ? code : null;
    }

    private IEnumerable<Option> Categories(Turn turn) => story.Categories.Groups.SelectMany(story.Categories.InGroup).Distinct()
        .Select(code => new Option(OfCategory + code, turn.Phrase(OfCategory + code)));

    public static string Label(Turn turn, string group) => turn.Phrase(Prefix + group);

    public static void Settle(ComplaintDraft draft, string category)
    {
        draft.Group = ComplaintCategory.Get(category).Group;
        draft.Category = category;
    }
}
