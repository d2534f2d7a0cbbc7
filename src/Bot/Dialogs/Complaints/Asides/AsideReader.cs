using SlrtBot.Bot.Engine;

namespace SlrtBot.Bot.Dialogs.Complaints.Asides;

/// <summary>
/// What people say instead of an answer, at whatever question: they put an earlier answer right, ask back, are afraid, or go on telling.
/// It is done and said, and the question stands again; a real answer is the step's.
/// </summary>
public sealed class AsideReader(SpokenForms forms, Corrections corrections, Explanations explanations, StoryGuess guess, SaidName names)
{
    private const int MostWordsOfFear = 9;
    private const int MostWordsOfWaiting = 6;
    private readonly PhraseForms _fear = forms.Of("answer.fear");
    private readonly PhraseForms _wait = forms.Of("answer.wait");

    /// <returns>Null where the step is to hear it.</returns>
    public Next? Take(Turn turn, ComplaintDraft draft, Step<ComplaintDraft> step, Answer answer)
    {
        if (answer.Text.Length == 0 || answer.IsForwarded || answer.Files.Count > 0 || !(answer.IsText || answer.IsGuessed)
            || (step.Name == NameStep.StepName && NameStep.IsUnnamed(turn, answer.Text))
            || (step.Name == ReviewStep.StepName && Assent.Speaks(turn, answer.Text, Assent.Sends))
            || (step.Name == ConsentStep.StepName && Assent.Speaks(turn, answer.Text, Assent.Consents)))
        {
            return null;
        }

        if (corrections.Take(turn, draft, step.Name, answer.Text) is { } corrected)
        {
            return Corrected(turn, draft, step, answer.Text, corrected);
        }

        return Awaited(turn, step, answer.Text) ?? Explained(turn, draft, step, answer.Text) ?? Reassured(turn, draft, step, answer.Text)
            ?? Told(turn, draft, step, answer);
    }

    /// <summary>What the correction left open is asked next, unless the present question is itself one that is answered anew.</summary>
    private Next Corrected(Turn turn, ComplaintDraft draft, Step<ComplaintDraft> step, string text, string said)
    {
        var isTelling = step.Name == StoryStep.StepName;
        if (step.Name != ConsentStep.StepName && (isTelling || guess.NamesTrouble(text)))
        {
            said = $"{said}\n\n{Keep(turn, draft, text, isWhole: !isTelling)}";
        }

        return isTelling || draft.Changing is not null || step.IsAnswered(turn, draft) ? Next.Again(said) : Next.Forward(said);
    }

    private Next? Explained(Turn turn, ComplaintDraft draft, Step<ComplaintDraft> step, string text) =>
        Doubts(turn, step, text) ? null
        : explanations.Answer(turn, step.Name, text, guess.NamesTrouble(text)) is { } answer ? Said(turn, step, answer)
        : null;

    /// <summary>"bentar bu, anak nangis": no answer, and nothing of the story.</summary>
    private Next? Awaited(Turn turn, Step<ComplaintDraft> step, string text) =>
        forms.Hear(text) is { Count: <= MostWordsOfWaiting } said && _wait.LengthAt(said, 0) > 0 && !guess.NamesTrouble(text)
            ? Said(turn, step, turn.Phrase("aside.wait"))
            : null;

    /// <summary>Before anybody has agreed, whoever doubts is shown the whole text.</summary>
    private static bool Doubts(Turn turn, Step<ComplaintDraft> step, string text) => step.Name is ConsentStep.StepName && Doubt.Speaks(turn, text);

    /// <summary>"takut ketauan pak rt": what protects her. In the middle of a story it is a part of it as well.</summary>
    private Next? Reassured(Turn turn, ComplaintDraft draft, Step<ComplaintDraft> step, string text)
    {
        var said = forms.Hear(text);
        if (Doubts(turn, step, text) || said.Count > MostWordsOfFear || !_fear.AreAmong(said) || guess.NamesTrouble(text))
        {
            return null;
        }

        if (step.Name == StoryStep.StepName)
        {
            StoryStep.Add(draft, text);
        }

        return Said(turn, step, turn.Phrase(draft.IsAnonymous ? "explain.fear.unnamed" : "explain.fear"));
    }

    /// <summary>A sentence where a name or a number is asked for, or a trouble in few words anywhere: a piece of the story.</summary>
    private Next? Told(Turn turn, ComplaintDraft draft, Step<ComplaintDraft> step, Answer answer)
    {
        if (step.Name is ConsentStep.StepName or StoryStep.StepName or VillageStep.StepName)
        {
            return null;
        }

        if (answer.IsGuessed)
        {
            // "ibu saya sakit stroke": an answer, and more than that.
            turn.Add(Telling.IsStory(answer.Text) && guess.NamesTrouble(answer.Text) ? Keep(turn, draft, answer.Text, isWhole: true) : null);
            return null;
        }

        return IsPiece(turn, step.Ask(turn, draft).TakesWords || step.Name == PhotosStep.StepName, answer.Text)
            ? Next.Again(Keep(turn, draft, answer.Text, Telling.IsStory(answer.Text)))
            : null;
    }

    /// <param name="mayBeNone">The question is one that people answer with "ga punya".</param>
    private bool IsPiece(Turn turn, bool mayBeNone, string text) => !mayBeNone
        ? guess.NamesTrouble(text)
        : Telling.IsStory(text) && !NoneAnswer.Says(turn, text) && names.Read(text) is null
            && (guess.NamesTrouble(text) || (names.IsSentence(text) && !text.Any(char.IsDigit)));

    private static string Keep(Turn turn, ComplaintDraft draft, string text, bool isWhole)
    {
        StoryStep.Add(draft, text);
        draft.StoryIsWhole |= isWhole;
        return StoryStep.Kept(turn, text);
    }

    /// <summary>The summary fills a message by itself.</summary>
    private static Next Said(Turn turn, Step<ComplaintDraft> step, string text)
    {
        if (step.Name != ReviewStep.StepName)
        {
            return Next.Again(text);
        }

        turn.SayApart(text);
        return Next.Again();
    }
}
