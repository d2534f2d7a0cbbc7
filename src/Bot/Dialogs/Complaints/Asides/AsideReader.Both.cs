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

    /// <summary>"desanya malasari, kirim aja" at the summary: both. What is put right is put right before it is sent.</summary>
    /// <returns>False where it is not both.</returns>
    private bool CorrectAndSend(Turn turn, ComplaintDraft draft, string text)
    {
        var parts = Remarks.SplitAtMarks(text).SelectMany(WithoutSending).ToList();
        if (parts.Count < 2 || !parts.Exists(part => Assent.Speaks(turn, part, Assent.Sends)))
        {
            return false;
        }

        var told = parts.Where(part => !Assent.Speaks(turn, part, Assent.Sends)).Select(part => corrections.Take(turn, draft, ReviewStep.StepName, part)).OfType<string>().ToList();
        if (told.Count == 0)
        {
            return false;
        }

        turn.SayApart(string.Join(' ', told));
        draft.IsCorrectedNow = true;
        return true;
    }

    /// <summary>"desanya malasari kirim aja" has no mark before the word that sends.</summary>
    private IEnumerable<string> WithoutSending(string part) => forms.Hear(part) is var said && _sends.Find(said) is { Start: > 0 } sends
        ? [said.Part(0, sends.Start), said.From(sends.Start)]
        : [part];

    /// <summary>"iya" to a list says nothing yet.</summary>
    private static bool IsBareYes(Turn turn, Utterance said) => turn.Forms.Of("also.for_whom.right") is var yes && yes.LengthAt(said, 0) is > 0 and var length
        && said.From(length) is var rest && turn.Forms.Wording.WithoutCourtesies(TextFolding.Fold(rest)).Length == 0;
}
