using SlrtBot.Core.Complaints;
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

    /// <summary>What a partner did: told by itself, or recorded by a desk.</summary>
    private static readonly Taker[] Record = [Taker.Desk(Permission.RecordAnswers), Taker.Partner];

    public static Workflow<ReferralStatus> Table { get; } = new(
    [
        new(Sent, "accept", Accepted, Record),
        new(Accepted, "start", InService, Record),
        new(Sent, "answer", Answered, Record, Answer),
        new(Accepted, "answer", Answered, Record, Answer),
        new(InService, "answer", Answered, Record, Answer),
        new(Sent, "decline", Declined, Record, Reason),
        new(Accepted, "decline", Declined, Record, Reason),
        new(Sent, "revoke", Revoked, Taker.Desk(Permission.Refer), Reason),
    ]);

    public static IReadOnlyDictionary<string, string> ComplaintVerbs { get; } = new Dictionary<string, string>
    {
        ["accept"] = "partner_accepts",
        ["start"] = "partner_starts",
        ["answer"] = "partner_answers",
        ["decline"] = "partner_declines",
        ["revoke"] = "revoke_referral",
    };

    /// <summary>What was given for a referral's move, as the complaint's own table calls it: the resident reads the partner's answer.</summary>
    public static Given ToComplaint(Given given) => given.With(ComplaintWorkflow.Message, given[Answer]).With(ComplaintWorkflow.Reason, given[Reason]);

    /// <summary>Still with the partner.</summary>
    public static bool IsRunning(this ReferralStatus status) => status is Sent or Accepted or InService;
}
