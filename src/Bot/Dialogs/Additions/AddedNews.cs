using SlrtBot.Bot.Engine;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Phrases;
using SlrtBot.Core.Understanding;

namespace SlrtBot.Bot.Dialogs.Additions;

/// <summary>
/// What an addition says that is more than an addition: a need that cannot wait ("besok cuci darah"), or somebody of an office who
/// wants money, who must not read it.
/// </summary>
public sealed class AddedNews(Understander understander, SpokenForms forms, PhraseBook book)
{
    /// <summary>Before the category whose needs are told in few words.</summary>
    private const string Prefix = "answer.pressing.";

    private readonly (string Category, PhraseForms Forms)[] _needs =
    [
        .. ComplaintCategory.All.Select(category => category.Code).Where(code => book.Has(PhraseBook.Fallback, Prefix + code)).Select(code => (code, forms.Of(Prefix + code))),
    ];

    private readonly PhraseForms _eased = forms.Of($"{Prefix}unless");
    private readonly PhraseForms _officials = forms.Of("answer.bribe.who");
    private readonly PhraseForms _takes = forms.Of("answer.bribe.takes");
    private readonly PhraseForms _money = forms.Of("answer.bribe.money");

    /// <returns>The code of a category that says what to do until the office answers; null where nothing presses.</returns>
    public string? PressingIn(string text)
    {
        var said = forms.Hear(text);
        if (said.Count == 0 || _eased.AreIn(said))
        {
            return null;
        }

        return _needs.FirstOrDefault(need => need.Forms.AreIn(said)).Category
            ?? (understander.Understand(text) is { Urgency: >= Urgency.Urgent, IsWorthProposing: true, Category: { } category } && !ComplaintCategory.Get(category).IsAboutOfficial ? category : null);
    }

    /// <summary>"pak kadus minta uang rokok 100rb".</summary>
    public bool TellsOfOfficial(string text)
    {
        var said = forms.Hear(text);
        return _officials.AreIn(said) && ((_takes.AreIn(said) && _money.AreIn(said))
            || understander.Understand(text) is { Kind: MessageKind.Complaint, IsWorthProposing: true, Category: { } code } && code == ComplaintCategory.Extortion.Code);
    }
}
