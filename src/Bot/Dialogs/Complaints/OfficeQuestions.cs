using SlrtBot.Bot.Dialogs.Office;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Areas;

namespace SlrtBot.Bot.Dialogs.Complaints;

/// <summary>"dinsos Garut nomornya?", "kantor dinsos kota bandung dimana": where a social service is; that of another regency is named as such.</summary>
public sealed class OfficeQuestions(AreaCatalogue areas, SpokenForms forms, OfficeCard office)
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
        if (said.Count is < 2 or > MostWords || !_office.AreIn(said) || !_asked.AreIn(said) || _own.AreIn(said) || _told.AreIn(said))
        {
            return null;
        }

        return areas.Outside(text) is { } outside ? turn.Phrase("office.elsewhere", ("place", AreaTitle.Of(outside)), ("home", AreaTitle.Of(areas.Get(areas.HomeRegency)))) : office.Address(turn);
    }
}
