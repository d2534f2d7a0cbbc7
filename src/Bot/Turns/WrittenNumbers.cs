using SlrtBot.Bot.Engine;
using SlrtBot.Core.Numbers;

namespace SlrtBot.Bot.Turns;

/// <summary>
/// NIK and KK numbers that people write where nobody asked for them. Chats are read by whoever holds the phone and lie
/// with the channel: the number is kept sealed and apart, the words are kept with its last four digits, and the message
/// is taken out of the chat where that can be done.
/// </summary>
public static class WrittenNumbers
{
    /// <returns>The answer with masked words and the numbers beside them.</returns>
    public static Answer Take(Turn turn, Answer answer, bool isAsked)
    {
        var found = answer.Choice is null ? StrayNumbers.In(answer.Text) : [];
        if (found.Count == 0)
        {
            return answer;
        }

        var masked = StrayNumbers.Mask(answer.Text);
        turn.WriteDown(masked);
        turn.Context.RemovesMessage = true;
        return isAsked ? answer : answer with { Text = masked, Numbers = [.. found.Select(n => n.Digits)] };
    }
}
