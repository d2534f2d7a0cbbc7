using SlrtBot.Bot.Engine;

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
    private readonly PhraseForms _struck = forms.Of("answer.fear.struck");

    public bool Speaks(Utterance said) => NamesWhom(said) || (said.Count <= MostWordsOfList && (_listed.AreAmong(said) || IsOfLoss(said)));

    /// <summary>Who is feared is said, and not only that somebody is afraid.</summary>
    public bool NamesWhom(Utterance said) => IsOfBeingKnown(said) || (said.Count <= MostWords && _whom.AreIn(said) && _afraid.AreIn(said));

    /// <summary>Somebody must not learn of it.</summary>
    public bool IsOfBeingKnown(Utterance said) => said.Count <= MostWords && _whom.AreIn(said) && _learns.AreIn(said) && (_wish.AreIn(said) || _afraid.AreIn(said));

    /// <summary>What protects against it; a name that was given or sent is not offered to be kept secret any more.</summary>
    /// <param name="draft">Null where one was sent.</param>
    public string Answer(Turn turn, ComplaintDraft? draft, Utterance said) =>
        turn.Phrase(IsOfLoss(said) ? "explain.struck" : draft?.IsAnonymous == true ? "explain.fear.unnamed" : draft is { Name: null } ? "explain.fear" : "explain.readers");

    /// <summary>"sieun dicoret": of the aid, rather than of a person.</summary>
    private bool IsOfLoss(Utterance said) => said.Count <= MostWordsOfList && _afraid.AreIn(said) && _struck.AreIn(said);
}
