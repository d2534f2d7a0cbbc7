using SlrtBot.Bot.Dialogs.Complaints.Asides;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Bot.Dialogs.Complaints;

/// <summary>
/// Step 1: for whom. Speaking for somebody else is normal here; a child is told apart, since its parent answers for it. Whom
/// the story speaks of is proposed, never taken silently.
/// </summary>
internal sealed class SubjectStep(ForWhomReader forWhom) : Step<ComplaintDraft>
{
    public const string StepName = "subject";
    public const string Child = "subject.child";
    private const string Prefix = "subject.";
    private const int MostWordsOfYes = 5;
    private const string Guessed = "for_whom.right";
    private const string SomebodyElse = "for_whom.wrong";

    /// <summary>In the order shown.</summary>
    private static readonly string[] Keys = ["subject.self", Child, "subject.family", "subject.neighbour", "subject.other"];

    public override string Name => StepName;

    public override bool IsAnswered(Turn turn, ComplaintDraft draft) => draft.Subject is not null;

    public override bool Collects(ComplaintDraft draft, string text) => Telling.IsStory(text);

    public override Prompt Ask(Turn turn, ComplaintDraft draft)
    {
        var all = Keys.Select(key => turn.Option(key));
        return Guess(draft) is { } guess
            ? turn.Question("subject.guess", ("who", guess.Shown(turn))).With(turn.Option(Guessed, ChoiceStyle.Success), turn.Option(SomebodyElse)) with { Unshown = [.. all] }
            : turn.Question(Name).With(all);
    }

    protected override Next Take(Turn turn, ComplaintDraft draft, Answer answer)
    {
        if (answer.Choice == SomebodyElse)
        {
            draft.IsForSomebodyElse = true;
            return Next.Again();
        }

        if ((answer.Choice == Guessed || (answer.Text.Length > 0 && BeginsWithYes(turn, answer.Text))) && Guess(draft) is { } guess)
        {
            guess.StoreIn(draft);
            return Next.Forward();
        }

        var said = answer.Text.Length > 0 ? forWhom.Said(answer.Text, isAnswer: true) : null;
        if (answer.Choice?.StartsWith(Prefix, StringComparison.Ordinal) == true)
        {
            return Choose(turn, draft, answer.Choice, said);
        }

        // "kangge abdi sareng pamajikan, pamajikan lumpuh": for whoever writes, and a piece of the story.
        if (said is { Subject: Subject.Self } && answer.IsText && Telling.IsStory(answer.Text))
        {
            said.StoreIn(draft);
            StoryStep.Add(draft, answer.Text);
            return Next.Forward(StoryStep.Kept(turn, answer.Text));
        }

        if (said is null || Telling.IsStory(answer.Text))
        {
            return StoryStep.TakeEarly(turn, draft, answer) ?? Next.Puzzled();
        }

        said.StoreIn(draft);
        draft.SubjectName = draft.Changing is null ? draft.SubjectName : said.Name;
        return Next.Forward();
    }

    /// <summary>"iya abah oding", "iya bapa saya": nothing is denied, and it is not for whoever writes after all ("iya saya sendiri").</summary>
    private static bool BeginsWithYes(Turn turn, string text) => turn.Forms.Hear(text) is { Count: <= MostWordsOfYes } said
        && turn.Forms.Of($"also.{Guessed}").LengthAt(said, 0) is > 0 and var yes
        && (yes == said.Count || turn.Forms.Of("answer.relation.self").LengthAt(said, yes) < said.Count - yes)
        && !turn.Forms.Of("answer.not_that").AreIn(said) && !turn.Forms.Of("words.denial").AreIn(said);

    /// <summary>The key of the option that was chosen.</summary>
    public static string KeyOf(ComplaintDraft draft) => draft.IsChild ? Child : Prefix + Codes.Of(draft.Subject ?? Subject.Self);

    /// <summary>"untuk ibu saya Enok" says the name as well.</summary>
    private static Next Choose(Turn turn, ComplaintDraft draft, string choice, ForWhom? said)
    {
        var isChild = choice == Child;
        var subject = isChild ? Subject.Family : Codes.Parse<Subject>(choice[Prefix.Length..]);
        var name = said is not null && said.Subject == subject && said.IsChild == isChild ? said.Name : null;
        // Whoever changes the line may mean another of the family.
        draft.SubjectName = name ?? (subject == draft.Subject && isChild == draft.IsChild && draft.Changing is null ? draft.SubjectName : null);
        (draft.Subject, draft.IsChild) = (subject, isChild);
        return Next.Forward(name is null ? null : turn.Phrase("aside.noted", ("what", turn.Phrase("aside.what.subject", ("who", said!.Shown(turn))))));
    }

    private ForWhom? Guess(ComplaintDraft draft) =>
        draft.IsForSomebodyElse || draft.Changing is not null || draft.Story.Length == 0 ? null : forWhom.InStory(draft.Story);
}
