using SlrtBot.Bot.Dialogs.Office;
using SlrtBot.Bot.Dialogs.Status;
using SlrtBot.Bot.Engine;

namespace SlrtBot.Bot.Dialogs.Pins;

/// <summary>The way out for whoever has forgotten the PIN: people who know them.</summary>
[Hears(Key)]
[Unguarded("it says only where to go")]
internal sealed class PinForgottenWord(StatusTeller status, OfficeCard office) : GlobalWord
{
    public const string Key = "pin.forgot";

    public override Task<bool> DoAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        status.Say(turn, $"{turn.Phrase("pin.forgotten")}\n{office.Address(turn)}");
        return Task.FromResult(true);
    }
}
