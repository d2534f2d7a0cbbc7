using SlrtBot.Bot.Dialogs.Office;
using SlrtBot.Bot.Dialogs.Status;
using SlrtBot.Bot.Engine;
using SlrtBot.Bot.Protocol;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Bot.Dialogs.Pins;

/// <summary>
/// Stands before the words that hold everywhere: where the chat has a PIN, what is personal waits for it, and is then
/// answered as if it had been asked just now. Emergencies and new complaints never come here.
/// </summary>
[Unguarded("it is what asks for the PIN")]
public sealed class PinGate(
    GlobalWordCatalogue catalogue, GlobalWordListener words, DialogCatalogue dialogs, EnterPin enter, RevealWithheld withheld, OfficeCard office,
    StatusTeller status) : Listener
{
    private const string Path = "pin/";
    private const char Rest = ' ';

    /// <summary>Digits beyond it are a telephone number, not a slip of the finger.</summary>
    private const int LongestTry = 8;

    public override async Task<bool> TryTakeAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        if (turn.Conversation.Pin is null)
        {
            return false;
        }

        var isAsked = turn.Open.Step.StartsWith(Path, StringComparison.Ordinal);
        if (IsTry(turn, answer) && (isAsked || (turn.IsLocked && !dialogs.Of(turn).Expects(turn))))
        {
            await HearAsync(turn, answer.Text, isAsked ? turn.Open.Step[Path.Length..] : Words.Status, cancellationToken);
            return true;
        }

        if (Wanted(turn, answer) is not { } wanted)
        {
            return false;
        }

        Ask(turn, wanted, null);
        return true;
    }

    /// <summary>Asked by somebody who wants this word.</summary>
    public static void Ask(Turn turn, string wanted, string? because)
    {
        var prompt = turn.Question("pin.enter").With(turn.Option(PinForgottenWord.Key), turn.Option(Words.Menu)) with
        {
            TakesWords = true,
            // A form under way goes on: its answers are understood while the PIN is asked for.
            Keeps = [.. turn.Open.Choices.Select(c => c.Key)],
        };
        turn.Show($"{Path}{wanted}", because is null ? prompt : prompt with { Text = because });
    }

    /// <summary>A PIN is read by nobody: not in the chat, nor in the thread, nor in what the channel has sent.</summary>
    public static void Hide(Turn turn)
    {
        turn.WriteDown("••••");
        turn.Context.RemovesMessage = true;
        turn.Context.Message.Payload = null;
    }

    private async Task HearAsync(Turn turn, string typed, string wanted, CancellationToken cancellationToken)
    {
        Hide(turn);
        if (PinHash.Read(typed) is not { } pin)
        {
            Ask(turn, wanted, turn.Phrase("pin.length"));
            return;
        }

        var outcome = await enter.DoAsync(turn.Conversation, pin, turn.Context.By, cancellationToken);
        if (outcome.Succeeded)
        {
            await OpenAsync(turn, wanted, cancellationToken);
        }
        else if (outcome.Refusals[0] is { Code: "pin_wrong" } wrong)
        {
            Ask(turn, wanted, turn.Phrase("pin.wrong", ("left", wrong.Values["left"])));
        }
        else
        {
            status.Say(turn, $"{turn.Phrase("pin.locked")}\n{office.Address(turn)}");
        }
    }

    private async Task OpenAsync(Turn turn, string wanted, CancellationToken cancellationToken)
    {
        var news = await withheld.DoAsync(turn.Conversation.Id, turn.Context.By, cancellationToken);
        foreach (var message in news.Value)
        {
            turn.Context.Say(message);
        }

        var end = wanted.IndexOf(Rest, StringComparison.Ordinal);
        var asked = new Answer { Word = end < 0 ? wanted : wanted[..end], Rest = end < 0 ? "" : wanted[(end + 1)..] };
        if (!await words.TryTakeAsync(turn, asked, cancellationToken))
        {
            // Not for that word after all, such as "tambah" in the middle of a form.
            dialogs.Return(turn);
        }
    }

    /// <summary>The word that has to wait, with what follows it; null where nothing has to.</summary>
    private string? Wanted(Turn turn, Answer answer)
    {
        var isLocked = turn.IsLocked;
        if ((answer.Word ?? answer.Choice) is { } key)
        {
            return catalogue.GuardOf(key) is { } guard && (isLocked || guard.Always) && !(guard.AtRestOnly && MeansTheForm(turn, answer))
                ? answer.Rest.Length == 0 ? key : $"{key}{Rest}{answer.Rest}"
                : null;
        }

        return isLocked && answer.IsText && ReferenceCode.LooksLike(answer.Text) ? $"{Words.Status}{Rest}{answer.Text}" : null;
    }

    private bool MeansTheForm(Turn turn, Answer answer) =>
        answer.Choice is null && answer.Rest.Length == 0 && !dialogs.Of(turn).IsAtRest(turn);

    /// <summary>"0001" is a try, although it reads as the number of an option too; "1" is that option.</summary>
    private static bool IsTry(Turn turn, Answer answer) => answer.Files.Count == 0 && turn.Context.Activity.ReadPress() is null
        && answer.Text.All(c => char.IsAsciiDigit(c) || c == ' ')
        && answer.Text.Count(char.IsAsciiDigit) is var digits && digits <= LongestTry && digits >= (answer.IsText ? 1 : PinHash.Shortest);
}
