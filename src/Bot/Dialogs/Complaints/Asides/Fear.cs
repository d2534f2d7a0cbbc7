using SlrtBot.Bot.Engine;
using SlrtBot.Core.Understanding;

namespace SlrtBot.Bot.Dialogs.Complaints.Asides;

/// <summary>
/// "takut ketauan pak rt", "pa rt moal terangeun kan?", "yakin ga bakal tau dia": fear, by the phrases of a list or by its parts, which are whoever
/// must not know, that they might, and a wish or a worry that they do not.
/// </summary>
public sealed class Fear(SpokenForms forms)
{
    private const int MostWords = 14;
    private const int MostWordsOfList = 9;
    private readonly PhraseForms _listed = forms.Of("answer.fear");
    private readonly PhraseForms _whom = forms.Of("answer.fear.whom");
    private readonly PhraseForms _learns = forms.Of("answer.fear.learns");
    private readonly PhraseForms _wish = forms.Of("answer.fear.wish");
    private readonly PhraseForms _afraid = forms.Of("answer.fear.afraid");
    private readonly PhraseForms _titles = forms.Of("answer.titles");
    private readonly PhraseForms _ordinary = forms.Of("answer.ordinary");
    private readonly PhraseForms _struck = forms.Of("answer.fear.struck");

    public bool Speaks(Utterance said) => NamesWhom(said) || (said.Count <= MostWordsOfList && (_listed.AreAmong(said) || IsOfLoss(said)));

    /// <summary>Who is feared is said, and not only that somebody is afraid.</summary>
    public bool NamesWhom(Utterance said) => IsOfBeingKnown(said) || (said.Count <= MostWords && _whom.AreIn(said) && _afraid.AreIn(said));

    /// <summary>Somebody must not learn of it.</summary>
    public bool IsOfBeingKnown(Utterance said) => said.Count <= MostWords && (_whom.AreIn(said) || NamesSomebody(said)) && _learns.AreIn(said)
        && (_wish.AreIn(said) || _afraid.AreIn(said));

    /// <summary>"bu Imas", "pak Karma"; not "bu saya".</summary>
    private bool NamesSomebody(Utterance said) => Enumerable.Range(0, Math.Max(0, said.Count - 1)).Any(i => _titles.LengthAt(said, i) == 1
        && said.Words[i + 1].All(char.IsLetter) && _ordinary.LengthAt(said, i + 1) == 0 && !EverydayWords.Contains(said.Folded[i + 1]));

    /// <summary>What protects against it; a name that was given or sent is not offered to be kept secret any more.</summary>
    /// <param name="draft">Null where one was sent.</param>
    public string Answer(Turn turn, ComplaintDraft? draft, Utterance said) =>
        turn.Phrase(IsOfLoss(said) ? "explain.struck" : draft?.IsAnonymous == true ? "explain.fear.unnamed" : draft is { Name: null } ? "explain.fear" : "explain.readers");

    /// <summary>"sieun dicoret": of the aid, rather than of a person.</summary>
    private bool IsOfLoss(Utterance said) => said.Count <= MostWordsOfList && _afraid.AreIn(said) && _struck.AreIn(said);
}
