using SlrtBot.Bot.Dialogs.Office;
using SlrtBot.Bot.Dialogs.Status;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;

namespace SlrtBot.Bot.Dialogs.Scams;

/// <summary>Whether the officer at the door is one of ours, by the code on the badge; only so often a day.</summary>
[Hears(Words.CheckOfficer, WithMore = true)]
[Unguarded("whoever stands before an officer must be able to ask at once")]
internal sealed class CheckOfficerWord(
    BadgeHolders badges, CountTry tries, OfficeCard office, AreaCatalogue areas, StatusTeller status) : GlobalWord
{
    public override async Task<bool> DoAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        status.Say(turn, answer.Rest.Length == 0 ? turn.Phrase("check_officer.how") : await CheckAsync(turn, answer.Rest, cancellationToken));
        return true;
    }

    private async Task<string> CheckAsync(Turn turn, string typed, CancellationToken cancellationToken)
    {
        var mayTry = await tries.DoAsync(TryKind.Badge, turn.Conversation, turn.Context.By, cancellationToken);
        if (!mayTry.Value)
        {
            return $"{turn.Phrase("check_officer.too_many_tries")}\n{office.Address(turn)}";
        }

        var area = turn.Conversation.VillageCode ?? areas.HomeRegency;
        var holder = BadgeCode.Read(typed) is { } code
            ? await badges.FindAsync(code, LocalDay.Of(turn.Context.Now, areas.ZoneOf(area)), cancellationToken)
            : null;
        return holder is null
            ? $"{turn.Phrase("check_officer.unknown")}\n{office.Address(turn)}"
            : turn.Phrase(
                "check_officer.known", ("name", holder.Name), ("role", turn.Phrase($"role.{Codes.Of(holder.Role)}")),
                ("office", StandingText.Office(turn, areas, holder.AreaCode)));
    }
}
