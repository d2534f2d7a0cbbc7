using SlrtBot.Core.Complaints;
using SlrtBot.Core.Understanding;

namespace SlrtBot.Bot.Dialogs;

/// <summary>
/// Words of an emergency, anywhere: the numbers to call come first, in a message of their own, and the conversation
/// goes on. A false alarm costs one message; a missed one may cost a life.
/// </summary>
public sealed class EmergencyCard(Understander understander, OfficeCard office)
{
    public bool Heard(Answer answer) => answer.IsText && understander.Understand(answer.Text).Urgency == Urgency.Emergency;

    public void Show(Turn turn) => turn.SayApart(office.Hotlines(turn));
}
