using SlrtBot.Bot.Engine;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Language;

namespace SlrtBot.Bot.Dialogs.Complaints.Asides;

/// <content>What nobody could read, and what was said beside an answer.</content>
public sealed partial class AsideReader
{
    /// <summary>
    /// Words that nobody could read are kept beside the story for whoever reads it, and the person is told so instead of being told that they
    /// were not understood.
    /// </summary>
    /// <returns>Null where there is too little to keep, or it may name somebody who wants to stay unnamed.</returns>
    public string? KeepUnread(Turn turn, ComplaintDraft draft, string step, Answer answer)
    {
        var said = forms.Hear(answer.Text);
        if (!turn.Open.TakesWords && step is not (PhotosStep.StepName or ConsentStep.StepName or ReviewStep.StepName) && IsBareYes(turn, said))
        {
            return turn.Phrase("aside.which");
        }

        var isEnough = said.Count >= FewestWordsToKeep || (said.Count >= FewestWordsOfQuestion && explanations.IsQuestion(said));
        return isEnough && answer is { IsText: true, IsForwarded: false, Files.Count: 0 } ? KeepRemark(turn, draft, said, answer.Text) : null;
    }

    /// <summary>What was said beside an answer, remark by remark.</summary>
    /// <returns>What is to be said of it; null: nothing, where it is but politeness.</returns>
    public string? TakeBeside(Turn turn, ComplaintDraft draft, string step, string text) =>
        string.Join("\n\n", Remarks.SplitAtMarks(text).Select(part => HearRemark(turn, draft, step, part)).OfType<string>().Distinct()) is { Length: > 0 } said ? said : null;

    /// <summary>A remark is a correction, a question, fear, a piece of the story, or kept for the officers.</summary>
    private string? HearRemark(Turn turn, ComplaintDraft draft, string step, string text)
    {
        if (forms.Wording.WithoutCourtesies(TextFolding.Fold(text)).Length == 0)
        {
            return null;
        }

        var (said, namesTrouble) = (forms.Hear(text), guess.NamesTrouble(text));
        if (TakeUncalled(draft, text))
        {
            draft.KeepBeside(text);
            return turn.Phrase("aside.uncalled");
        }

        return corrections.Take(turn, draft, step, text) ?? TakeUnnamed(turn, draft, step, text) ?? explanations.Answer(turn, step, text, namesTrouble)
            ?? (namesTrouble ? MayNameUnnamed(draft, said) ? null : Keep(turn, draft, text, isWhole: Telling.IsStory(text))
                : fear.Speaks(said) ? fear.Answer(turn, draft, said)
                : Doubt.Speaks(turn, text) ? turn.Phrase("explain.safe")
                : KeepRemark(turn, draft, said, text));
    }

    private string? KeepRemark(Turn turn, ComplaintDraft draft, Utterance said, string text)
    {
        if (MayNameUnnamed(draft, said))
        {
            return null;
        }

        draft.KeepBeside(text);
        return turn.Phrase(said.Count >= FewestWordsOfQuestion && explanations.IsQuestion(said) ? "kept.question" : "kept.words");
    }

    /// <summary>"bank dulu ya", "terus gimana" from whoever gave a code or a card away: what stops the loss comes before the form.</summary>
    private static Next? BankFirst(Turn turn, ComplaintDraft draft, Step<ComplaintDraft> step, string text) =>
        step.Name != StoryStep.StepName && ScamWarning.Next(turn, text, draft.Story) is { } advice ? Said(turn, step, advice) : null;

    /// <summary>"nagreg kendan apa nagreg" asks, and answers as well.</summary>
    private bool MayBePlace(string text) => areas.Mention(text).Certainty != AreaCertainty.None || areas.Search(text).Certainty is AreaCertainty.One or AreaCertainty.Several or AreaCertainty.District
        || forms.Hear(text).Folded.Any(word => areas.VillagesNamed(word).Count > 0) || areas.Outside(text) is not null;

    /// <summary>"jangan tulis nama saya", before the name is asked for.</summary>
    private string? TakeUnnamed(Turn turn, ComplaintDraft draft, string step, string text)
    {
        if (draft.IsAnonymous || step is NameStep.StepName || forms.Hear(text) is not { Count: <= MostWordsOfFear } said
            || !_name.AreIn(said) || !NameStep.IsUnnamed(turn, text))
        {
            return null;
        }

        (draft.IsAnonymous, draft.Name, draft.KnownName, draft.Phone, draft.NationalId) = (true, null, null, null, null);
        return turn.Phrase("name.anonymous");
    }
}
