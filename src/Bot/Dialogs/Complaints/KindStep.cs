using SlrtBot.Bot.Engine;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Bot.Dialogs.Complaints;

/// <summary>
/// Asked only where the story sounds like a question or a suggestion, since those are promised something else. Whoever
/// tells of a problem never sees it.
/// </summary>
internal sealed class KindStep(StoryGuess guess) : Step<ComplaintDraft>
{
    public const string StepName = "kind";
    private const string Prefix = "kind.";

    public override string Name => StepName;

    public override bool Applies(Turn turn, ComplaintDraft draft) =>
        draft is { StoryIsWhole: true, Category: not null } && (draft.Kind is not null || guess.NoComplaint(draft) is not null);

    public override bool IsAnswered(Turn turn, ComplaintDraft draft) => draft.Kind is not null;

    public override bool Collects(ComplaintDraft draft, string text) => Telling.IsStory(text);

    public override Prompt Ask(Turn turn, ComplaintDraft draft) =>
        turn.Question(Name).With(Enum.GetValues<ComplaintKind>().Select(kind => turn.Option(Prefix + Codes.Of(kind))));

    protected override Next Take(Turn turn, ComplaintDraft draft, Answer answer)
    {
        if (answer.Choice?.StartsWith(Prefix, StringComparison.Ordinal) != true || !Codes.TryParse<ComplaintKind>(answer.Choice[Prefix.Length..], out var kind))
        {
            return StoryStep.TakeEarly(turn, draft, answer) ?? Next.Puzzled();
        }

        draft.Kind = kind;
        return Next.Forward();
    }
}
