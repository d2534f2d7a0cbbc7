using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;
using static SlrtBot.Core.Complaints.ComplaintStatus;

namespace SlrtBot.Core.Complaints;

/// <summary>
/// Who may move a complaint from where to where. Two entrances: the office (front office, then review and
/// analysis, then programme and services) and the field (facilitator, then supervisor, then review); the table
/// gives each arrow its own verb, also where one person holds both roles. Source: docs/domain.md, "Workflow".
/// </summary>
public static class ComplaintWorkflow
{
    /// <summary>The staff's words that the resident will read.</summary>
    public const string Message = "message";

    /// <summary>Words for colleagues only.</summary>
    public const string Note = "note";

    /// <summary>A reason from the list in the catalogues, <c>reason.{code}</c>.</summary>
    public const string Reason = "reason";

    private const string Receive = Permission.ReceiveComplaints;
    private const string Analyse = Permission.AnalyseComplaints;
    private const string Verify = Permission.VerifyComplaints;
    private const string Approve = Permission.ApproveComplaints;
    private const string Decide = Permission.DecideComplaints;
    private const string Write = Permission.WriteToResidents;
    private const string Record = Permission.RecordAnswers;

    public static Workflow<ComplaintStatus> Table { get; } = new(
    [
        new(Received, "review", InReview, Receive),

        new(InReview, "send_to_field", FieldVerification, Analyse),
        new(FieldVerification, "report_visit", SupervisorReview, Verify, Note),
        new(SupervisorReview, "return_to_field", FieldVerification, Approve, Note),
        new(SupervisorReview, "approve_visit", InReview, Approve),
        new(InReview, "propose", ManagerDecision, Analyse, Note),
        new(ManagerDecision, "return_to_review", InReview, Decide, Note),

        new(Received, "ask_resident", NeedsInformation, Write, Message),
        new(InReview, "ask_resident", NeedsInformation, Write, Message),
        new(FieldVerification, "ask_resident", NeedsInformation, Write, Message),
        new(ManagerDecision, "ask_resident", NeedsInformation, Write, Message),
        new(NeedsInformation, "resident_answers", InReview, null),
        new(NeedsInformation, "resume", InReview, Receive),
        new(NeedsInformation, "close_unreachable", Unreachable, Analyse, Note),

        new(InReview, "refer", Referred, Permission.Refer),
        new(ManagerDecision, "refer", Referred, Permission.Refer),
        new(Referred, "partner_accepts", AcceptedByPartner, Record),
        new(AcceptedByPartner, "partner_starts", InService, Record),
        new(Referred, "partner_answers", Answered, Record, Message),
        new(AcceptedByPartner, "partner_answers", Answered, Record, Message),
        new(InService, "partner_answers", Answered, Record, Message),
        new(Referred, "partner_declines", ManagerDecision, Record, Reason),
        new(AcceptedByPartner, "partner_declines", ManagerDecision, Record, Reason),
        new(Referred, "revoke_referral", ManagerDecision, Permission.Refer, Note),

        new(Answered, "complete", Completed, Analyse),
        new(Answered, "resident_confirms", Completed, null),
        new(Answered, "close_unconfirmed", Completed, null),
        new(Answered, "return_to_review", InReview, Analyse, Note),
        new(Answered, "resident_reopens", InReview, null),
        new(Received, "serve_directly", ServedDirectly, Verify, Message),
        new(InReview, "serve_directly", ServedDirectly, Analyse, Message),
        new(FieldVerification, "serve_directly", ServedDirectly, Verify, Message),
        new(ManagerDecision, "serve_directly", ServedDirectly, Decide, Message),

        new(InReview, "reject", Rejected, Analyse, Reason, Message),
        new(ManagerDecision, "reject", Rejected, Decide, Reason, Message),
        new(Received, "redirect", NotOurAuthority, Receive, Message),
        new(InReview, "redirect", NotOurAuthority, Analyse, Message),

        new(Received, "withdraw", Withdrawn, null),
        new(InReview, "withdraw", Withdrawn, null),
        new(FieldVerification, "withdraw", Withdrawn, null),
        new(NeedsInformation, "withdraw", Withdrawn, null),
        new(SupervisorReview, "withdraw", Withdrawn, null),
        new(ManagerDecision, "withdraw", Withdrawn, null),
        new(Referred, "withdraw", Withdrawn, null),
        new(AcceptedByPartner, "withdraw", Withdrawn, null),
        new(InService, "withdraw", Withdrawn, null),

        new(Withdrawn, "undo_withdrawal", Received, null),
        new(Withdrawn, "undo_withdrawal", InReview, null),
        new(Withdrawn, "undo_withdrawal", FieldVerification, null),
        new(Withdrawn, "undo_withdrawal", NeedsInformation, null),
        new(Withdrawn, "undo_withdrawal", SupervisorReview, null),
        new(Withdrawn, "undo_withdrawal", ManagerDecision, null),
        new(Withdrawn, "undo_withdrawal", Referred, null),
        new(Withdrawn, "undo_withdrawal", AcceptedByPartner, null),
        new(Withdrawn, "undo_withdrawal", InService, null),

        new(Completed, "reopen", InReview, Analyse, Note),
        new(Completed, "resident_reopens", InReview, null),
        new(ServedDirectly, "reopen", InReview, Analyse, Note),
        new(ServedDirectly, "resident_reopens", InReview, null),
        new(Rejected, "reopen", InReview, Decide, Note),
        new(NotOurAuthority, "reopen", InReview, Analyse, Note),
        new(Withdrawn, "reopen", InReview, Analyse, Note),
        new(Unreachable, "reopen", InReview, Analyse, Note),
        new(Unreachable, "resident_reopens", InReview, null),
    ]);

    /// <summary>The verbs that only a referral performs; the complaint page offers the referral instead.</summary>
    public static IReadOnlySet<string> OfReferrals { get; } = new HashSet<string>
    {
        "refer", "partner_accepts", "partner_starts", "partner_answers", "partner_declines", "revoke_referral",
    };

    /// <summary>Reasons for a rejection or a partner's refusal; the resident reads them as a sentence.</summary>
    public static IReadOnlyList<string> Reasons { get; } =
    [
        "not_eligible", "already_served", "quota_used_up", "papers_missing", "data_not_matched", "not_found", "other",
    ];
}
