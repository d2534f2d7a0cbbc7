using SlrtBot.Core.Kernel;

namespace SlrtBot.Bot.Dialogs;

/// <summary>
/// Words of an emergency, anywhere: the numbers to call come first, in a message of their own, and the conversation
/// goes on. A false alarm costs one message; a missed one may cost a life.
/// </summary>
public sealed class EmergencyCard(PhraseBook book, OfficeCard office)
{
    private readonly IReadOnlyList<string> _words = [.. Words.Forms(book, "words.emergency")];

    public bool Heard(Answer answer)
    {
        var folded = $" {TextFolding.Fold(answer.Text)} ";
        return answer.Choice is null && _words.Any(word => folded.Contains($" {word} ", StringComparison.Ordinal));
    }

    public void Show(Turn turn) => turn.SayApart(office.Hotlines(turn));
}
