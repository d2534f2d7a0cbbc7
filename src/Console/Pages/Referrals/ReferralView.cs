using SlrtBot.Core.Kernel;
using SlrtBot.Core.Referrals;

namespace SlrtBot.Console.Pages.Referrals;

/// <summary>A referral with the moves that its reader may record.</summary>
public sealed record ReferralView(ReferralSheet Sheet, IReadOnlyList<Move<ReferralStatus>> Moves)
{
    /// <summary>A record that was refused, with what was typed.</summary>
    public AnswerForm? Refused { get; init; }

    public bool IsStale { get; init; }

    public static ReferralView For(ReferralSheet sheet, Core.Staff.StaffScope scope) => new(
        sheet,
        [.. ReferralWorkflow.Table.From(sheet.Referral.Status).Where(m => m.IsForDesk(permission => scope.MayIn(permission, sheet.Referral.VillageCode)))]);
}

public sealed record AnswerForm(
    string Number, string Verb, int Version, IReadOnlyList<string> Requires, string? Answer = null, string? Reason = null);
