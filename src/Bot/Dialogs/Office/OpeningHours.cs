using SlrtBot.Bot.Engine;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Settings;

namespace SlrtBot.Bot.Dialogs.Office;

/// <summary>
/// "kantor buka ga hari sabtu?", "jam brp tutupnya", "ada nomor yang bisa ditelepon?": when the office of the person's area is open, on the
/// day that is asked about, and how it is telephoned.
/// </summary>
public sealed class OpeningHours(WorkingCalendar calendar, AreaCatalogue areas, OfficeFacts office, OfficeCard card, SpokenForms forms)
{
    private const int MostWords = 10;
    private const int MostWordsWithoutPlace = 6;
    private const int MostWordsOfDay = 3;
    private const int DaysOfWeek = 7;
    private readonly PhraseForms _place = forms.Of("answer.office.place");
    private readonly PhraseForms _opens = forms.Of("answer.office.opens");
    private readonly PhraseForms _rests = forms.Of("answer.office.rests");
    private readonly PhraseForms _begins = forms.Of("answer.office.opens.begins");
    private readonly PhraseForms _unless = forms.Of("answer.office.opens.unless");
    private readonly PhraseForms _comes = forms.Of("answer.office.comes");
    private readonly PhraseForms _call = forms.Of("answer.office.call");
    private readonly PhraseForms _callWord = forms.Of("answer.office.call.word");
    private readonly PhraseForms _callUnless = forms.Of("answer.office.call.unless");
    private readonly PhraseForms[] _days = [.. Enumerable.Range(0, DaysOfWeek).Select(day => forms.Of($"answer.office.day.{day}"))];

    /// <summary>The latest first: "besok lusa" holds the word for tomorrow.</summary>
    private readonly PhraseForms[] _fromToday = [forms.Of("answer.office.after_tomorrow"), forms.Of("answer.office.tomorrow"), forms.Of("answer.office.today")];

    /// <param name="asks">The words are a question.</param>
    public bool AreAsked(Utterance said, bool asks)
    {
        var namesPlace = _place.AreIn(said);
        if (said.Count > (namesPlace ? MostWords : MostWordsWithoutPlace) || _unless.AreIn(said))
        {
            return false;
        }

        var namesDay = Array.Exists(_days, day => day.AreIn(said)) || Array.Exists(_fromToday, day => day.AreIn(said));
        // "libur ga" may be said of anybody.
        var opens = _opens.AreIn(said) || (_rests.AreIn(said) && (namesPlace || namesDay));
        return opens ? asks || _begins.AreIn(said) || (namesDay && said.Count <= MostWordsOfDay) : asks && namesDay && _comes.AreIn(said);
    }

    /// <param name="asks">The words are a question.</param>
    /// <param name="isOwnAsked">The person's own number is asked for at present: only that of the office by name is meant.</param>
    public bool IsCallAsked(Utterance said, bool asks, bool isOwnAsked) => said.Count <= MostWords && !_callUnless.AreIn(said)
        && ((_call.AreIn(said) && !isOwnAsked) || (asks && _place.AreIn(said) && _callWord.AreIn(said)));

    /// <summary>Of the day that is named and of an ordinary week; whether it is open now where no day is named.</summary>
    public string Tell(Turn turn, Utterance said) => string.Join('\n', Lines(turn, said));

    /// <summary>The same, below where the office is.</summary>
    public string TellBelow(Turn turn, string address, Utterance said) => string.Join('\n', Lines(turn, said).Where(line => !address.Contains(line, StringComparison.Ordinal)).Prepend(address));

    public string TellCall(Turn turn) => office.HasTelephone
        ? $"{turn.Phrase("office.call", ("number", office.Telephone))}\n{Ordinary(turn)}"
        : turn.Phrase("office.call.none");

    private IEnumerable<string> Lines(Turn turn, Utterance said)
    {
        var area = AreaOf(turn);
        if (DayIn(said, LocalDay.Of(turn.Context.Now, areas.ZoneOf(area))) is not { } day)
        {
            return [Ordinary(turn), card.Opening(turn)];
        }

        var date = turn.Phrases.Date(turn.Language, day);
        var onThatDay = calendar.OpenHours(day, area) is { } hours
            ? turn.Phrase("office.hours.day", ("date", date), ("hours", WrittenHours.Show(hours.ToString(), turn.Language)))
            : turn.Phrase("office.hours.closed", ("date", date));
        return [onThatDay, Ordinary(turn)];
    }

    private string Ordinary(Turn turn) => turn.Phrase("office.hours", ("hours", WrittenHours.Show(calendar.HoursOf(AreaOf(turn)).ToString(), turn.Language)));

    private string AreaOf(Turn turn) => turn.Conversation.VillageCode ?? areas.HomeRegency;

    /// <summary>A day of the week is the next that is called so, today among them.</summary>
    private DateOnly? DayIn(Utterance said, DateOnly today)
    {
        var ahead = Array.FindIndex(_fromToday, day => day.AreIn(said));
        var named = Array.FindIndex(_days, day => day.AreIn(said));
        return ahead >= 0 ? today.AddDays(_fromToday.Length - 1 - ahead)
            : named >= 0 ? today.AddDays((named - (int)today.DayOfWeek + DaysOfWeek) % DaysOfWeek)
            : null;
    }
}
