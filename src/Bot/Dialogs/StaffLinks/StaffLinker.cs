using SlrtBot.Bot.Dialogs.Status;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Staff;

namespace SlrtBot.Bot.Dialogs.StaffLinks;

/// <summary>Links this chat with a staff account, by a code that was read from a link or typed; only so often a day.</summary>
public sealed class StaffLinker(LinkStaffChat link, CountTry tries, StatusTeller status)
{
    public async Task LinkAsync(Turn turn, string typed, CancellationToken cancellationToken)
    {
        var mayTry = await tries.DoAsync(TryKind.StaffCode, turn.Conversation, turn.Context.By, cancellationToken);
        status.Say(turn, mayTry.Value ? await TryAsync(turn, typed, cancellationToken) : turn.Phrase("staff_link.too_many_tries"));
    }

    private async Task<string> TryAsync(Turn turn, string typed, CancellationToken cancellationToken)
    {
        var outcome = await link.DoAsync(turn.Conversation, ChatCode.Read(typed), turn.Context.By, cancellationToken);
        return outcome.Succeeded
            ? turn.Phrase("staff_link.done", ("name", outcome.Value.Name))
            : turn.Phrase($"refusal.{outcome.Refusals[0].Code}");
    }
}
