using SlrtBot.Bot.Dialogs.Complaints.Asides;
using SlrtBot.Bot.Dialogs.Office;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Areas;

namespace SlrtBot.Bot.Dialogs.Complaints;

/// <summary>
/// "dinsos Garut nomornya?", "kantor dinsos kota bandung dimana", "kantor buka ga hari sabtu": where a social service is, when it is open and how it is
/// telephoned; that of another regency is named as such.
/// </summary>
public sealed class OfficeQuestions(AreaCatalogue areas, SpokenForms forms, OfficeCard office, OpeningHours hours, Explanations explanations)
{
    private const int MostWords = 8;
    private readonly PhraseForms _office = forms.Of("answer.office");
    private readonly PhraseForms _asked = forms.Of("answer.office.asked");
    private readonly PhraseForms _own = forms.Of("answer.own");
    private readonly PhraseForms _told = forms.Of("answer.office.unless");

    /// <returns>Null where no office is asked for.</returns>
    public string? Answer(Turn turn, string text)
    {
        var said = forms.Hear(text);
        if (said.Count == 0)
        {
            return null;
        }

        var asks = explanations.IsQuestion(said);
        var isHours = hours.AreAsked(said, asks);
        var isCall = !isHours && hours.IsCallAsked(said, asks, turn.Conversation is { Dialog: ComplaintDialog.DialogName, Step: PhoneStep.StepName });
        return !isHours && !isCall && !IsPlaceAsked(said) ? null
            : _office.AreIn(said) && areas.Outside(text) is { } outside ? turn.Phrase("office.elsewhere", ("place", AreaTitle.Of(outside)), ("home", AreaTitle.Of(areas.Get(areas.HomeRegency))))
            : isHours ? hours.Tell(turn, said)
            : isCall ? hours.TellCall(turn)
            : office.Address(turn);
    }

    private bool IsPlaceAsked(Utterance said) => said.Count is >= 2 and <= MostWords && _office.AreIn(said) && _asked.AreIn(said) && !_own.AreIn(said) && !_told.AreIn(said);
}
