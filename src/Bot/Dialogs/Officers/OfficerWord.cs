using SlrtBot.Bot.Dialogs.Office;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Talks;

namespace SlrtBot.Bot.Dialogs.Officers;

/// <summary>The person wants a person: staff are told at once, the person when to expect them and where the office is.</summary>
[Hears(Words.Officer)]
[Unguarded("nobody needs a PIN to reach a person")]
internal sealed class OfficerWord(
    DialogCatalogue dialogs, OfficeCard office, RequestOfficer request, TalkOptions options, WorkingCalendar calendar, AreaCatalogue areas)
    : GlobalWord
{
    public override async Task<bool> DoAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        await request.DoAsync(turn.Conversation, turn.Context.By, cancellationToken);
        var area = turn.Conversation.VillageCode ?? areas.HomeRegency;
        turn.Add(calendar.IsOpen(turn.Context.Now, area)
            ? turn.Phrase("handover.wait.open", ("minutes", options.AnswerMinutes))
            : turn.Phrase("handover.wait.closed"));
        var place = $"{turn.Phrase("officer")}\n{office.Address(turn)}";
        if (WithSomebody.IsOpen(turn))
        {
            WithSomebody.Show(turn, place, dialogs.Of(turn).Expects(turn));
            return true;
        }

        turn.Add(place);
        dialogs.Return(turn);
        return true;
    }
}
