using SlrtBot.Bot.Engine;
using SlrtBot.Core.Language;

namespace SlrtBot.Bot.Dialogs.Complaints.Asides;

/// <content>What is said in one message with something else: a wish not to be called, a correction with the word that sends; and a yes that chooses nothing.</content>
public sealed partial class AsideReader
{
    /// <summary>"jangan telepon, wa aja": kept, and shown to staff.</summary>
    private bool TakeUncalled(ComplaintDraft draft, string text)
    {
        if (forms.Hear(text).Count > MostWordsOfNoCall || !calls.AreIn(text) || guess.NamesTrouble(text))
        {
            return false;
        }

        (draft.IsUncalled, draft.MayBeCalledAfterAll, draft.WithoutPhone) = (true, false, draft.Phone is null && !_byMessage.AreIn(forms.Hear(text)));
        return true;
    }

    /// <summary>"loh boleh kok ditelpon" from whoever was not to be called: the later word counts.</summary>
    /// <returns>Null where it is not taken back.</returns>
    private string? TakeCalled(Turn turn, ComplaintDraft draft, string text)
    {
        var said = forms.Hear(text);
        if (!draft.IsUncalled || said.Count > MostWordsOfNoCall || said.Asks || calls.AreIn(text) || !_mayCall.AreAmong(said) || _denial.AreIn(said))
        {
            return null;
        }

        (draft.IsUncalled, draft.MayBeCalledAfterAll, draft.WithoutPhone) = (false, true, false);
        draft.KeepBeside(text);
        return turn.Phrase("aside.called");
    }

    /// <summary>
    /// "desanya malasari, kirim aja", "yakin ga bakal tau dia? kirim" at the summary: both. What is put right is put right before it is sent, what is asked
    /// or told beside is answered or kept.
    /// </summary>
    /// <returns>False where it is not both.</returns>
    private bool CorrectAndSend(Turn turn, ComplaintDraft draft, string text)
    {
        var parts = Remarks.SplitAtMarks(text).SelectMany(AroundSending).ToList();
        var beside = parts.Where(part => !part.Sends && !SaysNothing(part.Text)).ToList();
        if (beside.Count == 0 || !parts.Exists(part => part.Sends && Assent.Speaks(turn, part.Text, Assent.Sends)))
        {
            return false;
        }

        var told = beside.Select(part => corrections.Take(turn, draft, ReviewStep.StepName, part.Text) ?? HearRemark(turn, draft, ReviewStep.StepName, part.Text))
            .OfType<string>().Distinct().ToList();
        if (told.Count > 0)
        {
            turn.SayApart(string.Join(' ', told));
        }

        draft.IsCorrectedNow = true;
        return true;
    }

    /// <summary>"desanya malasari kirim aja" has no mark before the word that sends. With what follows that word it is heard once more: "kirim kalau sudah benar" does not send.</summary>
    private IEnumerable<(string Text, bool Sends)> AroundSending(string part)
    {
        var said = forms.Hear(part);
        if (_sends.Find(said) is not { } sends)
        {
            return [(part, false)];
        }

        var after = said.From(sends.End);
        var isPlain = SaysNothing(after) || !Telling.IsStory(after);
        return
        [
            .. sends.Start > 0 ? [(said.Part(0, sends.Start), false)] : Array.Empty<(string, bool)>(),
            (isPlain ? said.From(sends.Start) : said.Part(sends.Start, sends.End), true),
            .. isPlain ? Array.Empty<(string, bool)>() : [(after, false)],
        ];
    }

    /// <summary>"ya udah bener", "tolong": nothing that is not in the word that sends.</summary>
    private bool SaysNothing(string text) => forms.Hear(text) is var said && (said.Count == 0 || said.Words.All(word => _aroundSending.AreIn(forms.Hear(word)))
        || forms.Wording.WithoutCourtesies(TextFolding.Fold(text)).Length == 0);

    /// <summary>"iya" to a list says nothing yet.</summary>
    private static bool IsBareYes(Turn turn, Utterance said) => turn.Forms.Of("also.for_whom.right") is var yes && yes.LengthAt(said, 0) is > 0 and var length
        && said.From(length) is var rest && turn.Forms.Wording.WithoutCourtesies(TextFolding.Fold(rest)).Length == 0;
}
