using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;
using static SlrtBot.Core.Proposals.ProposalStatus;

namespace SlrtBot.Core.Proposals;

/// <summary>
/// How a proposal goes from the desk to the village, to the ministry and back. What the village and the ministry have said is taken over
/// from a paper, and from nothing else: those rows require it. Source: docs/proposals.md.
/// </summary>
public static class ProposalWorkflow
{
    public const string PutOnAgenda = "put_on_agenda";
    public const string TakeOff = "take_off";
    public const string Agree = "agree";
    public const string Refuse = "refuse";
    public const string Defer = "defer";
    public const string Strike = "strike";
    public const string Send = "send";
    public const string Accept = "accept";
    public const string Decline = "decline";
    public const string Withdraw = "withdraw";

    /// <summary>A meeting with its minutes, or a batch with its answer, by its id.</summary>
    public const string Paper = "paper";

    /// <summary>A code of <see cref="ProposalReasons"/>.</summary>
    public const string Reason = "reason";

    public const string Words = "words";

    private static readonly Taker Deliberator = Taker.Desk(Permission.DeliberateProposals);
    private static readonly Taker Proposer = Taker.Desk(Permission.AnalyseComplaints);
    private static readonly Taker Sender = Taker.Desk(Permission.DecideComplaints);

    public static Workflow<ProposalStatus> Table { get; } = new(
    [
        new(Collected, PutOnAgenda, OnAgenda, Deliberator, Paper),
        new(OnAgenda, TakeOff, Collected, [Deliberator, Taker.Clock], Paper),
        new(OnAgenda, Agree, Agreed, Deliberator, Paper),
        new(OnAgenda, Refuse, Refused, Deliberator, Paper, Reason),
        new(OnAgenda, Defer, Collected, Deliberator, Paper),
        new(Agreed, Strike, Struck, [Taker.Desk(Permission.ApproveComplaints), Sender], Reason),
        new(Agreed, Send, Sent, Sender, Paper),
        new(Sent, Accept, Accepted, Sender, Paper),
        new(Sent, Decline, Declined, Sender, Paper, Reason),
        new(Collected, Withdraw, Withdrawn, [Proposer, Taker.Clock], Reason),
        new(Agreed, Withdraw, Withdrawn, [Proposer, Taker.Clock], Reason),
    ]);
}

/// <summary>Why; the resident reads them as a sentence. Labels <c>proposal.reason.{code}</c>.</summary>
public static class ProposalReasons
{
    /// <summary>The resident has withdrawn the complaint.</summary>
    public const string ResidentWithdrew = "resident_withdrew";

    public static IReadOnlyList<string> Withdrawing { get; } = ["family_wish", "mistake", "better_known", "other"];

    /// <summary>What a village says.</summary>
    public static IReadOnlyList<string> Refusing { get; } = ["lives_well", "not_resident", "not_found", "already_listed", "other"];

    /// <summary>What the levels above say, and the ministry.</summary>
    public static IReadOnlyList<string> Striking { get; } = ["papers_missing", "not_matched", "already_listed", "not_fitting", "official", "other"];

    public static IEnumerable<string> All => Withdrawing.Concat(Refusing).Concat(Striking).Append(ResidentWithdrew).Distinct();
}
