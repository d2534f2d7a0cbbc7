using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Bot.Dialogs.Complaints;

/// <summary>Step 1: for whom. Speaking for somebody else is normal here.</summary>
internal sealed class SubjectStep : Step<ComplaintDraft>
{
    private const string Prefix = "subject.";

    public override string Name => "subject";

    public override bool IsAnswered(Turn turn, ComplaintDraft draft) => draft.Subject is not null;

    public override bool Collects(ComplaintDraft draft, string text) => StoryStep.IsStory(text);

    public override Prompt Ask(Turn turn, ComplaintDraft draft) =>
        turn.Question(Name).With(Enum.GetValues<Subject>().Select(s => turn.Option(Prefix + Codes.Of(s))));

    protected override Next Take(Turn turn, ComplaintDraft draft, Answer answer)
    {
        if (answer.Choice is not { } choice || !choice.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return StoryStep.TakeEarly(turn, draft, answer) ?? Next.Puzzled();
        }

        var subject = Codes.Parse<Subject>(choice[Prefix.Length..]);
        draft.SubjectName = subject == draft.Subject ? draft.SubjectName : null;
        draft.Subject = subject;
        return Next.Forward();
    }
}
