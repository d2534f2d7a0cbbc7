using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;
using static SlrtBot.Core.Handovers.HandoverStatus;

namespace SlrtBot.Core.Handovers;

/// <summary>Who may do what with a hand-over. Source: docs/domain.md, "Hand-overs between levels".</summary>
public static class HandoverWorkflow
{
    public const string Accept = "accept";
    public const string Answer = "answer";
    public const string Return = "return";
    public const string Revoke = "revoke";
    public const string Lapse = "lapse";

    /// <summary>The answer, or the question.</summary>
    public const string Words = "words";

    /// <summary>Name and office of who answers over a link.</summary>
    public const string Who = "who";

    /// <summary>Whoever works at the receiving desk, or holds its link; the act asks which desk that is.</summary>
    private static readonly Taker[] Receiver = [Taker.Desk(Permission.HandleTasks), Taker.Partner];

    public static Workflow<HandoverStatus> Table { get; } = new(
    [
        new(Sent, Accept, Accepted, Receiver),
        new(Sent, Answer, Answered, Receiver, Words),
        new(Sent, Return, Returned, Receiver, Words),
        new(Accepted, Answer, Answered, Receiver, Words),
        new(Accepted, Return, Returned, Receiver, Words),
        new(Sent, Revoke, Revoked, [Taker.Desk(Permission.HandleTasks), Taker.Clock]),
        new(Accepted, Revoke, Revoked, [Taker.Desk(Permission.HandleTasks), Taker.Clock]),
        new(Sent, Lapse, Lapsed, Taker.Clock),
        new(Accepted, Lapse, Lapsed, Taker.Clock),
    ]);

    /// <summary>What the receiver may do.</summary>
    public static IReadOnlyList<string> OfReceiver { get; } = [Accept, Answer, Return];
}

/// <summary>Why a complaint is handed on; labels <c>handover.reason.{code}</c>.</summary>
public static class HandoverReasons
{
    /// <summary>Its promise has passed.</summary>
    public const string Overdue = "overdue";

    /// <summary>The resident asked superiors to look.</summary>
    public const string Raised = "raised";

    /// <summary>The desk that it was handed to has not taken it.</summary>
    public const string Unanswered = "unanswered";

    /// <summary>The only one at the desk has stepped aside.</summary>
    public const string Concerned = "concerned";

    /// <summary>To choose from.</summary>
    public static IReadOnlyList<string> Chosen { get; } = ["cannot_solve", "needs_decision", "belongs_there", "other"];

    public static IReadOnlyList<string> All { get; } = [.. Chosen, Overdue, Raised, Unanswered, Concerned];
}
