using SlrtBot.Bot.Engine;

namespace SlrtBot.Bot.Dialogs.Emergencies;

/// <summary>
/// What people say who wanted to die and have said that it has passed: "titip anak2 saya ya", "saya ambil lagi", "udah saya minum dikit". Said by
/// anybody else such words mean little.
/// </summary>
public sealed class LastWords(SpokenForms forms)
{
    private const int MostWords = 14;
    private readonly PhraseForms _farewells = forms.Of("answer.danger.farewell");
    private readonly PhraseForms _everyday = forms.Of("answer.danger.farewell.unless");
    private readonly PhraseForms _takes = forms.Of("answer.danger.swallows");
    private readonly PhraseForms _done = forms.Of("answer.danger.swallowed");
    private readonly PhraseForms _poison = forms.Of("answer.danger.poison");
    private readonly PhraseForms _harmless = forms.Of("answer.danger.swallows.unless");
    private readonly PhraseForms _notYet = forms.Of("answer.danger.swallows.not_yet");
    private readonly PhraseForms _medicine = forms.Of("answer.danger.medicine");

    /// <summary>A farewell, or that it is taken up again.</summary>
    public bool AreIn(string text) => forms.Hear(text) is { Count: <= MostWords } said && _farewells.AreIn(said) && !_everyday.AreIn(said);

    /// <summary>Something was swallowed already.</summary>
    /// <param name="isOfSelf">By somebody who wanted to die: then medicine is a danger, too.</param>
    public bool TellOfPoison(string text, bool isOfSelf)
    {
        var said = forms.Hear(text);
        return said.Count <= MostWords && _takes.AreIn(said) && !_notYet.AreIn(said) && !_harmless.AreIn(said)
            && (_poison.AreIn(said) || (_done.AreIn(said) && (isOfSelf || !_medicine.AreIn(said))));
    }
}
