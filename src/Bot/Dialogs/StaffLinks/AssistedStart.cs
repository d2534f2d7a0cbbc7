using SlrtBot.Bot.Dialogs.Complaints;
using SlrtBot.Bot.Dialogs.Status;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;

namespace SlrtBot.Bot.Dialogs.StaffLinks;

/// <summary>
/// A chat that was opened with the code on a facilitator's page: it knows the facilitator's village, says who is helping,
/// and the complaint keeps that. Whoever only guesses codes is held to the tries of «cekpetugas».
/// </summary>
public sealed class AssistedStart(BadgeHolders badges, CountTry tries, DialogCatalogue dialogs, ComplaintDialog complaint, StatusTeller status, AreaCatalogue areas)
{
    public async Task BeginAsync(Turn turn, string typed, CancellationToken cancellationToken)
    {
        if (await FindAsync(turn, typed, cancellationToken) is not { } holder)
        {
            status.Say(turn, turn.Phrase("assisted.unknown"));
            return;
        }

        if (AreaCode.LevelOf(holder.AreaCode) == AreaLevel.Village)
        {
            turn.Conversation.VillageCode = holder.AreaCode;
        }

        turn.Add(turn.Phrase(
            "assisted.by", ("name", holder.Name), ("role", turn.Phrase($"role.{Codes.Of(holder.Role)}")),
            ("office", StandingText.Office(turn, areas, holder.AreaCode))));
        var dialog = dialogs.Of(turn);
        if (dialog.IsAtRest(turn))
        {
            await complaint.BeginAsync(turn, null, cancellationToken, new ComplaintDraft { AssistedBy = holder.StaffId });
            return;
        }

        ComplaintDialog.KeepAssistant(turn, holder.StaffId);
        dialog.Show(turn);
    }

    private async Task<BadgeHolder?> FindAsync(Turn turn, string typed, CancellationToken cancellationToken)
    {
        var mayTry = await tries.DoAsync(TryKind.Badge, turn.Conversation, turn.Context.By, cancellationToken);
        var today = LocalDay.Of(turn.Context.Now, areas.ZoneOf(turn.Conversation.VillageCode ?? areas.HomeRegency));
        return mayTry.Value && BadgeCode.Read(typed) is { } code ? await badges.FindAsync(code, today, cancellationToken) : null;
    }
}
