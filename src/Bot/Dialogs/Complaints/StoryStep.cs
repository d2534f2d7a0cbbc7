using SlrtBot.Bot.Engine;
using SlrtBot.Core.Conversations;

namespace SlrtBot.Bot.Dialogs.Complaints;

/// <summary>Step 3: the story, in one message or in twelve, typed or spoken, until the resident says that it is all.</summary>
internal sealed class StoryStep : Step<ComplaintDraft>
{
    public const string StepName = "story";
    private const string Done = "story.done";
    private const int Shortest = 10;
    private const int Longest = 6000;
    private const int LettersOfALongStory = 80;

    public override string Name => StepName;

    public override bool IsAnswered(Turn turn, ComplaintDraft draft) => draft.StoryIsWhole;

    public override bool Collects(ComplaintDraft draft, string text) => true;

    public override Prompt Ask(Turn turn, ComplaintDraft draft)
    {
        var prompt = draft.Changing == Name ? turn.Question("story.anew")
            : HasEnough(draft) ? turn.Question("story.more").With(turn.Option(Done, ChoiceStyle.Success))
            : turn.Question(draft.Story.Length > 0 ? "story.longer" : Channels.Records(turn.Conversation.Channel) ? Name : "story.written") with { Unshown = [turn.Option(Done)] };
        return prompt with { TakesWords = true, Help = turn.Phrase("ask.story.help") };
    }

    protected override Next Take(Turn turn, ComplaintDraft draft, Answer answer)
    {
        if (answer.Choice == Done)
        {
            draft.StoryIsWhole = HasEnough(draft);
            return draft.StoryIsWhole ? Next.Forward() : Next.Again();
        }

        if (!answer.IsText)
        {
            return answer.Files.Count > 0 ? Next.Again() : Next.Puzzled();
        }

        var anew = draft.Changing == Name;
        draft.Story = anew ? "" : draft.Story;
        draft.Kind = anew ? null : draft.Kind;
        draft.SaidUrgency = anew ? null : draft.SaidUrgency;
        turn.Add(WorkAbroad.Of(turn, answer.Text) is { } abroad && WorkAbroad.Of(turn, draft.Story) is null ? abroad : null);
        turn.Add(ScamWarning.Further(turn, answer.Text, draft.Story));
        Advise(turn, answer.Text);
        Add(draft, answer.Text);
        draft.StoryIsWhole = draft.Story.Length >= Longest || (anew && HasEnough(draft));
        return draft.StoryIsWhole ? Next.Forward() : Next.Again();
    }

    public static void Add(ComplaintDraft draft, string text)
    {
        var whole = draft.Story.Length == 0 ? text : $"{draft.Story}\n{text}";
        draft.Story = whole.Length <= Longest ? whole : whole[..Longest];
        Introduction.Note(draft, text);
    }

    /// <summary>A story told while something else was asked: kept, and not asked for again.</summary>
    /// <returns>Null where it is no story.</returns>
    public static Next? TakeEarly(Turn turn, ComplaintDraft draft, Answer answer)
    {
        if (!answer.IsText || !Telling.IsStory(answer.Text))
        {
            return null;
        }

        Add(draft, answer.Text);
        draft.StoryIsWhole = true;
        return Next.Again(Kept(turn, answer.Text));
    }

    /// <summary>The same where a name or a number is asked for, and only what is far too long for one can be a story.</summary>
    public static Next? TakeLong(Turn turn, ComplaintDraft draft, Answer answer) =>
        answer.Text.Length >= LettersOfALongStory ? TakeEarly(turn, draft, answer) : null;

    /// <summary>That it was kept, and a warning where it tells of somebody who asks for money or codes.</summary>
    public static string Kept(Turn turn, string text)
    {
        Advise(turn, text);
        return string.Join("\n\n", new[] { turn.Phrase("kept.story"), ScamWarning.Of(turn, text) ?? WorkAbroad.Of(turn, text) }.OfType<string>());
    }

    /// <summary>What cannot wait for the form stands in a message of its own.</summary>
    private static void Advise(Turn turn, string text)
    {
        if ((TreatmentAtRisk.Of(turn, text) ?? ScamWarning.OfStrangers(turn, text)) is { } advice)
        {
            turn.SayApart(advice);
        }
    }

    private static bool HasEnough(ComplaintDraft draft) => draft.Story.Length >= Shortest || draft.Voices > 0;
}
