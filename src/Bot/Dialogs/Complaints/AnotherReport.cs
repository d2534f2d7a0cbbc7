using SlrtBot.Bot.Engine;

namespace SlrtBot.Bot.Dialogs.Complaints;

/// <summary>
/// "ini bukan yg tadi", "jgn dicampur sama laporan ibu saya": on a telephone that several share, what comes now is about somebody else. It
/// begins a report of its own, and what was sent before stays as it is.
/// </summary>
[Unguarded("it begins something new, and names no complaint of before")]
public sealed class AnotherReport(DialogCatalogue dialogs, Func<ComplaintDialog> complaint, SpokenForms forms) : Listener
{
    private const int MostWords = 14;
    private readonly PhraseForms _other = forms.Of("answer.other_report");
    private readonly PhraseForms _unless = forms.Of("answer.other_report.unless");
    private readonly PhraseForms _around = forms.Of("answer.other_report.around");

    public override async Task<bool> TryTakeAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        if (answer is not { IsText: true, IsForwarded: false, Files.Count: 0 } || !Speaks(answer.Text))
        {
            return false;
        }

        var dialog = dialogs.Of(turn);
        if (turn.Conversation.Dialog == ComplaintDialog.DialogName && dialog.Expects(turn))
        {
            var draft = turn.Draft<ComplaintDraft>();
            (draft.KnownName, draft.KnownPhone) = (null, null);
            turn.Store(draft);
            // What is half told may be whose it will; nothing of it is thrown away or mixed. The summary fills a message by itself.
            turn.SayApart(turn.Phrase(draft.Story.Length > 0 || draft.Subject is not null ? "other_report.unsent" : "other_report.begun"));
            dialog.Show(turn);
            return true;
        }

        if (dialog.Expects(turn))
        {
            return false;
        }

        MainMenu.Rest(turn);
        turn.StoreKept(new());
        turn.Add(turn.Phrase("other_report.new"));
        var rest = Rest(answer.Text);
        await complaint().BeginForAnotherAsync(turn, answer.Text, Telling.IsStory(rest) ? answer with { Text = rest } : null, cancellationToken);
        return true;
    }

    private bool Speaks(string text) => forms.Hear(text) is { Count: <= MostWords } said && _other.AreIn(said) && !_unless.AreIn(said);

    /// <summary>"ini laporan lain, kis bapak saya mati": what it is about.</summary>
    private string Rest(string text)
    {
        var said = forms.Hear(text);
        var left = Enumerable.Range(0, said.Count).ToList();
        foreach (var form in new[] { _other, _around })
        {
            for (var i = 0; i < said.Count; i++)
            {
                left.RemoveAll(at => form.LengthAt(said, i) is > 0 and var length && at >= i && at < i + length);
            }
        }

        return string.Join(' ', left.Select(at => said.Typed[at]));
    }
}
