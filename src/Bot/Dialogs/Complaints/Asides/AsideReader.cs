using SlrtBot.Bot.Engine;
using SlrtBot.Core.Areas;

namespace SlrtBot.Bot.Dialogs.Complaints.Asides;

/// <summary>
/// What people say instead of an answer, at whatever question: they put an earlier answer right, ask back, are afraid, or go on telling.
/// It is done and said, and the question stands again; a real answer is the step's.
/// </summary>
public sealed partial class AsideReader(SpokenForms forms, Corrections corrections, Explanations explanations, StoryGuess guess, SaidName names, ForbiddenCalls calls, Fear fear, OnlyAsks asks,
    LineCorrection lines, OfficeQuestions offices, AreaCatalogue areas)
{
    private const int MostWordsOfFear = 9;
    private const int MostWordsOfWaiting = 6;
    private const int MostWordsOfWeariness = 9;
    private const int FewestWordsOfQuestion = 2;
    private const int FewestWordsOfAStory = 8;
    private const int FewestWordsToKeep = 3;
    private const int MostWordsBeforeNo = 2;
    private const int MostWordsOfNoCall = 12;
    private readonly PhraseForms _wait = forms.Of("answer.wait");
    private readonly PhraseForms _weary = forms.Of("answer.weary");
    private readonly PhraseForms _not = forms.Of("answer.not_that");
    private readonly PhraseForms _name = forms.Of("answer.named");
    private readonly PhraseForms _byMessage = forms.Of("answer.by_message");
    private readonly PhraseForms _mayCall = forms.Of("answer.may_call");
    private readonly PhraseForms _denial = forms.Of("words.denial");
    private readonly PhraseForms _sends = forms.Of(Assent.Sends);
    private readonly PhraseForms _aroundSending = forms.Of("answer.sends.around");

    /// <returns>Null where the step is to hear it.</returns>
    public Next? Take(Turn turn, ComplaintDraft draft, Step<ComplaintDraft> step, Answer answer)
    {
        if (answer is { Text.Length: > 0, IsForwarded: false, Files.Count: 0 } && (answer.IsText || answer.IsGuessed) && step.Name == ReviewStep.StepName && CorrectAndSend(turn, draft, answer.Text))
        {
            return null;
        }

        if (answer.Text.Length == 0 || answer.IsForwarded || answer.Files.Count > 0 || !(answer.IsText || answer.IsGuessed)
            || (step.Name == NameStep.StepName && NameStep.IsUnnamed(turn, answer.Text))
            || (step.Name == ReviewStep.StepName && Assent.Speaks(turn, answer.Text, Assent.Sends))
            || (step.Name == ConsentStep.StepName && (asks.Speaks(answer.Text) || Assent.Speaks(turn, answer.Text, Assent.Consents) || (ConsentStep.IsVague(turn, answer.Text) && !guess.NamesTrouble(answer.Text)))))
        {
            return null;
        }

        if (step.Name is PhoneStep.StepName or NameStep.StepName && ThisNumber.Says(turn, answer.Text))
        {
            return null;
        }

        // "0813…. uang saya bisa balik ga": the number is the answer, whatever is asked beside it.
        if (step.Name == PhoneStep.StepName && PersonName.TakePhone(answer.Text) is { Phone: { } phone, Without.Length: > 0 } numbered && explanations.IsQuestion(forms.Hear(numbered.Without)))
        {
            (draft.Phone, draft.WithoutPhone, draft.OthersPhone) = (phone.E164, false, null);
            return TakeBeside(turn, draft, step.Name, numbered.Without.Trim(' ', '.', ',')) is { } beside ? Next.Forward(beside) : Next.Forward();
        }

        if (step.Name == ReviewStep.StepName && lines.Take(turn, draft, answer.Text) is { } line)
        {
            return line;
        }

        if (TakeCalled(turn, draft, answer.Text) is { } called)
        {
            return step.Name == ReviewStep.StepName && draft.Phone is null && !draft.IsAnonymous ? Next.To(PhoneStep.StepName) with { Text = called } : Said(turn, step, called);
        }

        if (corrections.Take(turn, draft, step.Name, answer.Text) is { } corrected)
        {
            return Corrected(turn, draft, step, answer.Text, corrected);
        }

        if (step.Name == ReviewStep.StepName && TakeSeveral(turn, draft, step.Name, answer.Text) is { } several)
        {
            // The summary fills a message by itself.
            turn.SayApart(several);
            return Next.Forward();
        }

        if (TakeUnnamed(turn, draft, step.Name, answer.Text) is { } unnamed)
        {
            return step.Name == ConsentStep.StepName || draft.Changing is not null || step.IsAnswered(turn, draft) ? Next.Again(unnamed) : Next.Forward(unnamed);
        }

        if (step.Name is not (StoryStep.StepName or ConsentStep.StepName) && !IsName(step, answer.Text) && TakeUncalled(draft, answer.Text))
        {
            draft.KeepBeside(answer.Text);
            return draft.Changing is not null || !(step.Name == PhoneStep.StepName) ? Said(turn, step, turn.Phrase("aside.uncalled")) : Next.Forward(turn.Phrase("aside.uncalled"));
        }

        // "nama asli apa panggilan? Sari Wulandari": the name is there.
        if (Remarks.Split(answer.Text).Count > 1 && IsName(step, answer.Text))
        {
            return null;
        }

        return BankFirst(turn, draft, step, answer.Text) ?? Awaited(turn, step, answer.Text) ?? Wearied(turn, step, answer.Text) ?? Explained(turn, draft, step, answer.Text) ?? Reassured(turn, draft, step, answer.Text)
            ?? WithoutOne(turn, draft, step, answer) ?? Asked(turn, draft, step, answer) ?? Told(turn, draft, step, answer);
    }

    /// <summary>"nama saya bukan Suryana tapi Asep, desanya Malasari, hp saya 0812…" at the summary: what puts nothing right is heard as a remark.</summary>
    /// <returns>Null where no part is a correction.</returns>
    private string? TakeSeveral(Turn turn, ComplaintDraft draft, string step, string text)
    {
        var parts = Remarks.SplitAtMarks(text).Select(part => (Part: part, Told: corrections.Take(turn, draft, step, part))).ToList();
        return parts.Exists(part => part.Told is not null)
            ? string.Join(' ', parts.Select(part => part.Told ?? HearRemark(turn, draft, step, part.Part)).OfType<string>().Distinct())
            : null;
    }

    /// <summary>"NIK mah saya ga hafal, dulu waktu daftar hafal": none, and why is kept.</summary>
    private Next? WithoutOne(Turn turn, ComplaintDraft draft, Step<ComplaintDraft> step, Answer answer)
    {
        if (!answer.IsText || !NoneAnswer.Begins(turn, answer.Text) || guess.NamesTrouble(answer.Text))
        {
            return null;
        }

        switch (step.Name)
        {
            case PhotosStep.StepName:
                draft.PhotosAreAll = true;
                break;
            case PhoneStep.StepName:
                draft.WithoutPhone = true;
                break;
            case NationalIdStep.StepName:
                draft.WithoutNationalId = true;
                break;
            default:
                return null;
        }

        draft.KeepBeside(answer.Text);
        return Next.Forward();
    }

    /// <summary>A question that nobody here can answer waits for the officers, and is no part of the story.</summary>
    private Next? Asked(Turn turn, ComplaintDraft draft, Step<ComplaintDraft> step, Answer answer)
    {
        if (!answer.IsText || step.Name is StoryStep.StepName or ReviewStep.StepName || (step.Name == VillageStep.StepName && MayBePlace(answer.Text))
            || forms.Hear(answer.Text) is not { Count: >= FewestWordsOfQuestion } said || MayNameUnnamed(draft, said) || !explanations.IsQuestion(said)
            || guess.NamesTrouble(answer.Text) || Doubts(turn, step, answer.Text) || IsName(step, answer.Text))
        {
            return null;
        }

        draft.KeepBeside(answer.Text);
        return Next.Again(turn.Phrase("kept.question"));
    }

    /// <summary>"lilis, jangan telepon siang": the step reads the name, and keeps the rest.</summary>
    private bool IsName(Step<ComplaintDraft> step, string text) =>
        step.Name is NameStep.StepName or SubjectNameStep.StepName or OfficialNameStep.StepName && names.ReadWithPhone(text).Name is not null;

    private bool MayNameUnnamed(ComplaintDraft draft, Utterance said) => draft.IsAnonymous && _name.AreIn(said);

    /// <summary>What the correction left open is asked next, unless the present question is itself one that is answered anew.</summary>
    private Next Corrected(Turn turn, ComplaintDraft draft, Step<ComplaintDraft> step, string text, string said)
    {
        var isTelling = step.Name == StoryStep.StepName;
        if (isTelling || TellsBeside(step, text))
        {
            said = $"{said}\n\n{Keep(turn, draft, text, isWhole: !isTelling)}";
        }

        return isTelling || draft.Changing is not null || (step.Name != SubjectNameStep.StepName && step.IsAnswered(turn, draft)) ? Next.Again(said) : Next.Forward(said);
    }

    /// <summary>"nama ibu saya bu eem, rumah mau ambruk": whom it is for, and what it is about.</summary>
    private bool TellsBeside(Step<ComplaintDraft> step, string text) => !corrections.IsOfName(text)
        && (guess.NamesTrouble(text) || (step.Name == ConsentStep.StepName && forms.Hear(text).Count >= FewestWordsOfAStory));

    private Next? Explained(Turn turn, ComplaintDraft draft, Step<ComplaintDraft> step, string text) =>
        Doubts(turn, step, text) && !explanations.IsOfItsOwn(text) ? null
        : offices.Answer(turn, text) is { } office ? Said(turn, step, office)
        : explanations.Answer(turn, step.Name, text, guess.NamesTrouble(text)) is { } answer ? Said(turn, step, answer)
        : null;

    /// <summary>"bentar bu, anak nangis": no answer, and nothing of the story.</summary>
    private Next? Awaited(Turn turn, Step<ComplaintDraft> step, string text) =>
        forms.Hear(text) is { Count: <= MostWordsOfWaiting } said && _wait.LengthAt(said, 0) > 0 && !guess.NamesTrouble(text)
            ? Said(turn, step, turn.Phrase("aside.wait"))
            : null;

    /// <summary>"males ah banyak tanya": what is really needed, and a way to a person.</summary>
    private Next? Wearied(Turn turn, Step<ComplaintDraft> step, string text) =>
        forms.Hear(text) is { Count: <= MostWordsOfWeariness } said && _weary.AreIn(said) && !guess.NamesTrouble(text) ? Said(turn, step, turn.Phrase("aside.weary")) : null;

    /// <summary>Before anybody has agreed, whoever doubts is shown the whole text.</summary>
    private static bool Doubts(Turn turn, Step<ComplaintDraft> step, string text) => step.Name is ConsentStep.StepName && Doubt.Speaks(turn, text);

    /// <summary>"takut ketauan pak rt": what protects her. In the middle of a story it is a part of it as well.</summary>
    private Next? Reassured(Turn turn, ComplaintDraft draft, Step<ComplaintDraft> step, string text)
    {
        var said = forms.Hear(text);
        if (!fear.Speaks(said) || (!fear.NamesWhom(said) && (Doubts(turn, step, text) || guess.NamesTrouble(text))))
        {
            return null;
        }

        StoryStep.Add(draft, text);
        draft.StoryIsWhole |= step.Name != StoryStep.StepName && Telling.IsStory(text) && guess.NamesTrouble(text);
        return Said(turn, step, fear.Answer(turn, draft, said));
    }

    /// <summary>A sentence where a name or a number is asked for, or a trouble in few words anywhere: a piece of the story.</summary>
    private Next? Told(Turn turn, ComplaintDraft draft, Step<ComplaintDraft> step, Answer answer)
    {
        if (step.Name is ConsentStep.StepName or StoryStep.StepName or VillageStep.StepName || IsName(step, answer.Text))
        {
            return null;
        }

        if (answer.IsGuessed)
        {
            // "ibu saya sakit stroke": an answer, and more than that.
            turn.Add(Telling.IsStory(answer.Text) && guess.NamesTrouble(answer.Text) ? Keep(turn, draft, answer.Text, isWhole: true) : null);
            return null;
        }

        // "bukan dihentikan, uangnya kurang": the same proposal would be no answer to it.
        if (step.Name == GroupStep.StepName && draft is { Group: null, Story.Length: > 0 } && _not.Find(forms.Hear(answer.Text)) is { Start: < MostWordsBeforeNo })
        {
            draft.IsMisjudged = true;
            return Next.Again(Keep(turn, draft, answer.Text, isWhole: Telling.IsStory(answer.Text)));
        }

        if (step.Name == ReviewStep.StepName && IsOtherSubject(answer.Text))
        {
            (draft.Changing, draft.IsMisjudged) = (GroupStep.StepName, true);
            return Next.To(GroupStep.StepName) with { Text = Keep(turn, draft, answer.Text, isWhole: true) };
        }

        if (!IsPiece(turn, step.Ask(turn, draft).TakesWords || step.Name == PhotosStep.StepName, answer.Text))
        {
            return null;
        }

        var kept = Keep(turn, draft, answer.Text, Telling.IsStory(answer.Text));
        return draft.Changing is not null || step.IsAnswered(turn, draft) ? Next.Again(kept) : Next.Forward(kept);
    }

    /// <summary>"loh bukan, saya minta kursi roda": whoever reads the summary and says no tells what it is about instead.</summary>
    private bool IsOtherSubject(string text) =>
        _not.Find(forms.Hear(text)) is { Start: < MostWordsBeforeNo } && guess.NamesTrouble(text);

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
