using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;
using static SlrtBot.Core.Referrals.ReferralStatus;

namespace SlrtBot.Core.Referrals;

/// <summary>
/// The life of a referral. Where a move carries the complaint along, <see cref="ComplaintVerbs"/> says by which verb
/// of the complaint's own table.
/// </summary>
public static class ReferralWorkflow
{
    public const string Answer = "answer";
    public const string Reason = "reason";

    public static Workflow<ReferralStatus> Table { get; } = new(
    [
        new(Sent, "accept", Accepted, Permission.RecordAnswers),
        new(Accepted, "start", InService, Permission.RecordAnswers),
        new(Sent, "answer", Answered, Permission.RecordAnswers, Answer),
        new(Accepted, "answer", Answered, Permission.RecordAnswers, Answer),
        new(InService, "answer", Answered, Permission.RecordAnswers, Answer),
        new(Sent, "decline", Declined, Permission.RecordAnswers, Reason),
        new(Accepted, "decline", Declined, Permission.RecordAnswers, Reason),
        new(Sent, "revoke", Revoked, Permission.Refer, Reason),
    ]);

    public static IReadOnlyDictionary<string, string> ComplaintVerbs { get; } = new Dictionary<string, string>
    {
        ["accept"] = "partner_accepts",
        ["start"] = "partner_starts",
        ["answer"] = "partner_answers",
        ["decline"] = "partner_declines",
        ["revoke"] = "revoke_referral",
    };

    /// <summary>Still with the partner.</summary>
    public static bool IsRunning(this ReferralStatus status) => status is Sent or Accepted or InService;
}
