using SlrtBot.Bot.Engine;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Bot.Dialogs.Complaints;

/// <summary>Step 1: for whom. Speaking for somebody else is normal here; a child is told apart, since its parent answers for it.</summary>
internal sealed class SubjectStep : Step<ComplaintDraft>
{
    public const string Child = "subject.child";
    private const string Prefix = "subject.";

    /// <summary>In the order shown.</summary>
    private static readonly string[] Keys = ["subject.self", Child, "subject.family", "subject.neighbour", "subject.other"];

    public override string Name => "subject";

    public override bool IsAnswered(Turn turn, ComplaintDraft draft) => draft.Subject is not null;

    public override bool Collects(ComplaintDraft draft, string text) => Telling.IsStory(text);

    public override Prompt Ask(Turn turn, ComplaintDraft draft) => turn.Question(Name).With(Keys.Select(key => turn.Option(key)));

    protected override Next Take(Turn turn, ComplaintDraft draft, Answer answer)
    {
        if (answer.Choice is not { } choice || !choice.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return StoryStep.TakeEarly(turn, draft, answer) ?? Next.Puzzled();
        }

        var isChild = choice == Child;
        var subject = isChild ? Subject.Family : Codes.Parse<Subject>(choice[Prefix.Length..]);
        draft.SubjectName = subject == draft.Subject && isChild == draft.IsChild ? draft.SubjectName : null;
        (draft.Subject, draft.IsChild) = (subject, isChild);
        return Next.Forward();
    }

    /// <summary>The key of the option that was chosen.</summary>
    public static string KeyOf(ComplaintDraft draft) => draft.IsChild ? Child : Prefix + Codes.Of(draft.Subject ?? Subject.Self);
}
