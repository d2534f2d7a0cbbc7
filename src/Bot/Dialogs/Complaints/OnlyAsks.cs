using SlrtBot.Bot.Engine;
using SlrtBot.Core.Language;

namespace SlrtBot.Bot.Dialogs.Complaints;

/// <summary>"naros wae", "cuma mau tanya", "just asking": whoever says so is answered, and not led into a form.</summary>
public sealed class OnlyAsks(SpokenForms forms)
{
    private readonly PhraseForms _only = forms.Of("answer.only_asks");
    private readonly PhraseForms _asks = forms.Of("answer.wants_to_ask");

    /// <summary>Only that, and no report.</summary>
    public bool Speaks(string text) => _only.AreIn(forms.Hear(text));

    /// <summary>"mau tanya dong": that something will be asked, and nothing else.</summary>
    public bool Announces(string text) => QuestionIn(text) is { Length: 0 };

    /// <returns>What is asked, empty where it is still to come; null where no wish to ask is spoken of.</returns>
    public string? QuestionIn(string text)
    {
        var said = forms.Hear(text);
        var isFound = false;
        while ((_only.Find(said) ?? _asks.Find(said)) is { } found)
        {
            isFound = true;
            // What stands before it mostly greets; "bantuan beras ada ga, cuma nanya" is the other way round.
            said = forms.Hear(SaysNothing(said.From(found.End)) ? said.Part(0, found.Start) : said.From(found.End));
        }

        return !isFound ? null : SaysNothing(said.From(0)) ? "" : said.From(0);
    }

    private bool SaysNothing(string text) => forms.Wording.WithoutCourtesies(TextFolding.Fold(text)).Length == 0;
}
