using SlrtBot.Bot.Dialogs.Office;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Talks;

namespace SlrtBot.Bot.Dialogs.Complaints;

/// <summary>
/// Asks once per chat and text version whether the words may be kept at all (law 27/2022, articles 20 to 22).
/// A refusal wipes what was said, but for the card of an emergency, and points to the office and the emergency numbers.
/// </summary>
internal sealed class ConsentStep(ForgetDraft forget, KeepAlarm alarms, OfficeCard office, StoryGuess guess, OnlyAsks asks) : Step<ComplaintDraft>
{
    /// <summary>Stored with the consent; a test holds it against the text.</summary>
    public const string Version = "2026-11";

    private const int FewestLettersOfAPiece = 2;
    private const int MostWordsOfVagueness = 4;
    public const string Agree = "consent.agree";
    private const string ReadAll = "consent.read_all";
    public const string Refuse = "consent.refuse";

    public const string StepName = "consent";

    public override string Name => StepName;

    public override bool Applies(Turn turn, ComplaintDraft draft) => turn.Conversation.ConsentVersion != Version;

    public override bool IsAnswered(Turn turn, ComplaintDraft draft) => false;

    /// <summary>Whoever had begun to tell goes on telling, in pieces of any length.</summary>
    public override bool Collects(ComplaintDraft draft, string text) => text.Contains(' ') || draft.Story.Length > 0;

    /// <summary>Whole the first time; whoever answers something else is not made to read it all again.</summary>
    public override Prompt Ask(Turn turn, ComplaintDraft draft) => Wording(turn)
        .With(turn.Option(Agree, ChoiceStyle.Success), turn.Option(ReadAll), turn.Option(Refuse)) with
    { IsGrave = true };

    public override async Task<Next> TakeAsync(Turn turn, ComplaintDraft draft, Answer answer, CancellationToken cancellationToken)
    {
        switch (answer.Choice)
        {
            case Agree:
                return Consent(turn);
            case ReadAll:
                return Explain(turn);
            case Refuse:
                await forget.DoAsync(turn.Conversation, turn.Context.By, cancellationToken);
                var isAlarmKept = (await alarms.DoAsync(turn.Conversation.Id, turn.Context.By, cancellationToken)).Value;
                turn.SayApart($"{turn.Phrase(isAlarmKept ? "consent.refused.alarm" : "consent.refused")}\n\n{office.Address(turn)}\n\n{office.Hotlines(turn)}");
                return Next.Over(turn.Phrase("consent.refused.later"));
            case null when answer.IsText && Assent.Speaks(turn, answer.Text, Assent.Consents):
                return Consent(turn);
            case null when answer.IsText && asks.Speaks(answer.Text) && draft is { Photos: 0, Voices: 0 }:
                return LeaveForMenu(turn, draft);
            case null when answer.IsText && IsVague(turn, answer.Text) && !guess.NamesTrouble(answer.Text):
                return Next.Again(turn.Phrase("consent.vague"));
            case null when answer.IsText && Doubts(turn, answer.Text):
                return Explain(turn);
            default:
                return (answer.IsText && guess.IsTalk(answer.Text) ? null : StoryStep.TakeEarly(turn, draft, answer) ?? TakeShort(turn, draft, answer))
                    ?? Next.Puzzled();
        }
    }

    /// <summary>"cuma nanya kok": no form; the menu answers, also what was told before.</summary>
    private static Next LeaveForMenu(Turn turn, ComplaintDraft draft)
    {
        MainMenu.Rest(turn);
        turn.Store(new ComplaintDraft { Story = draft.Story });
        return Next.NotMine;
    }

    private static Next Consent(Turn turn)
    {
        turn.Conversation.ConsentVersion = Version;
        turn.Conversation.ConsentAt = turn.Context.Now;
        return Next.Forward();
    }

    private Next Explain(Turn turn)
    {
        turn.SayApart(turn.Phrase("consent.full", ("years", office.RetentionYears)));
        return Next.Again();
    }

    /// <summary>"data nya buat apa?", "takut disebar": whoever asks is told, and not taken at a word of it.</summary>
    private bool Doubts(Turn turn, string text) => !guess.NamesTrouble(text) && Doubt.Speaks(turn, text);

    /// <summary>"yaudah deh", "terserah": weariness is no consent.</summary>
    public static bool IsVague(Turn turn, string text) => turn.Forms.Hear(text) is { Count: <= MostWordsOfVagueness } said && turn.Forms.Of("answer.vague").AreIn(said);

    private Next? TakeShort(Turn turn, ComplaintDraft draft, Answer answer)
    {
        if (!answer.IsText || !(guess.NamesTrouble(answer.Text) || (draft.Story.Length > 0 && answer.Text.Count(char.IsLetter) > FewestLettersOfAPiece)))
        {
            return null;
        }

        StoryStep.Add(draft, answer.Text);
        return Next.Again(StoryStep.Kept(turn, answer.Text));
    }

    private Prompt Wording(Turn turn)
    {
        var whole = turn.Question(Name, ("years", office.RetentionYears));
        var wasJustAsked = turn.Open.Step == $"{ComplaintDialog.DialogName}/{Name}";
        return wasJustAsked ? whole with { Text = turn.Phrase("consent.again") } : whole;
    }
}
