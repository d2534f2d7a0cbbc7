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
    /// <summary>The resident's own wish, from wherever the complaint lies.</summary>
    public const string Withdraw = "withdraw";

    /// <summary>The resident opens it again, without a new form.</summary>
    public const string ResidentReopens = "resident_reopens";

    /// <summary>The staff's words that the resident will read.</summary>
    public const string Message = "message";

    /// <summary>A desk accepts what another has handed to it.</summary>
    public const string TakeOver = "take_over";

    /// <summary>Somebody goes to the house.</summary>
    public const string BeginVisit = "begin_visit";

    /// <summary>The facilitator's report goes to the supervisor.</summary>
    public const string ReportVisit = "report_visit";

    public const string ApproveVisit = "approve_visit";

    /// <summary>The report goes back with reasons.</summary>
    public const string ReturnToField = "return_to_field";

    /// <summary>Help without a referral, by whoever has the complaint.</summary>
    public const string ServeDirectly = "serve_directly";

    /// <summary>The deputy desk ends what is about one of ours.</summary>
    public const string Conclude = "conclude";

    /// <summary>What somebody asked or suggested is answered.</summary>
    public const string Answer = "answer";

    /// <summary>An approved visit found nobody.</summary>
    public const string CloseAfterVisit = "close_after_visit";

    /// <summary>A visit, by its id: what the arrows of the field demand. Only the acts of visits give it, but for <see cref="CloseAfterVisit"/>.</summary>
    public const string Visit = "visit";

    /// <summary>Products, by the codes of their kinds (<see cref="ProductKind"/>), given by their ids.</summary>
    public const string Registration = "registration";
    public const string Analysis = "analysis";
    public const string Decision = "decision";
    public const string Service = "service";
    public const string Finding = "finding";
    public const string Office = "office";
    public const string Merging = "merging";

    /// <summary>Words for colleagues only.</summary>
    public const string Note = "note";

    /// <summary>A reason from the list in the catalogues, <c>reason.{code}</c>.</summary>
    public const string Reason = "reason";

    private static readonly Taker Resident = Taker.Resident;
    private static readonly Taker Receive = Taker.Desk(Permission.ReceiveComplaints);
    private static readonly Taker Analyse = Taker.Desk(Permission.AnalyseComplaints);
    private static readonly Taker Verify = Taker.Desk(Permission.VerifyComplaints);
    private static readonly Taker Approve = Taker.Desk(Permission.ApproveComplaints);
    private static readonly Taker Decide = Taker.Desk(Permission.DecideComplaints);
    private static readonly Taker Write = Taker.Desk(Permission.WriteToResidents);
    private static readonly Taker Refer = Taker.Desk(Permission.Refer);
    private static readonly Taker Judge = Taker.Desk(Permission.JudgeOfficials);

    /// <summary>What a partner did: told by itself, recorded by a desk, or caught up with once a withdrawal was undone.</summary>
    private static readonly Taker[] Partner = [Taker.Desk(Permission.RecordAnswers), Taker.Partner, Taker.Clock];

    private static readonly Taker[] Revoking = [Refer, Taker.Clock];

    /// <summary>The resident's own wish, in the chat or as a request to be erased that staff answer.</summary>
    private static readonly Taker[] Withdrawing = [Resident, Taker.Desk(Permission.AnswerDataRequests)];

    private static readonly ComplaintStatus[] Desks = [.. Enum.GetValues<ComplaintStatus>().Where(s => s.Type() == StatusType.Open)];

    public static Workflow<ComplaintStatus> Table { get; } = new(
    [
        new(Received, "review", InReview, Receive, Registration),
        new(Received, BeginVisit, FieldVerification, Verify, Visit),

        new(InReview, "send_to_field", FieldVerification, Analyse),
        new(FieldVerification, ReportVisit, SupervisorReview, Verify, Visit),
        new(SupervisorReview, ReturnToField, FieldVerification, Approve, Visit, Note),
        new(SupervisorReview, ApproveVisit, InReview, Approve, Visit),
        new(InReview, "propose", ManagerDecision, Analyse, Analysis, Note),
        new(ManagerDecision, "return_to_review", InReview, Decide, Note),

        new(Received, "ask_resident", NeedsInformation, Write, Message),
        new(InReview, "ask_resident", NeedsInformation, Write, Message),
        new(FieldVerification, "ask_resident", NeedsInformation, Write, Message),
        new(SupervisorReview, "ask_resident", NeedsInformation, Write, Message),
        new(ManagerDecision, "ask_resident", NeedsInformation, Write, Message),
        new(NeedsInformation, "resident_answers", InReview, Resident),
        new(NeedsInformation, "resume", InReview, Receive),
        new(NeedsInformation, "close_unreachable", Unreachable, Analyse, Note),

        new(InReview, "refer", Referred, Refer, Analysis),
        new(ManagerDecision, "refer", Referred, Refer, Decision),
        new(Referred, "partner_accepts", AcceptedByPartner, Partner),
        new(AcceptedByPartner, "partner_starts", InService, Partner),
        new(Referred, "partner_answers", Answered, Partner, Message),
        new(AcceptedByPartner, "partner_answers", Answered, Partner, Message),
        new(InService, "partner_answers", Answered, Partner, Message),
        new(Referred, "partner_declines", ManagerDecision, Partner, Reason),
        new(AcceptedByPartner, "partner_declines", ManagerDecision, Partner, Reason),
        new(Referred, "revoke_referral", ManagerDecision, Revoking, Reason),

        new(Answered, "complete", Completed, Analyse),
        new(Answered, "resident_confirms", Completed, Resident),
        new(Answered, "close_unconfirmed", Completed, Taker.Clock),
        new(Answered, "return_to_review", InReview, Analyse, Note),
        new(Answered, ResidentReopens, InReview, Resident),
        new(Received, ServeDirectly, ServedDirectly, Verify, Service, Message),
        new(InReview, ServeDirectly, ServedDirectly, Analyse, Analysis, Service, Message),
        new(FieldVerification, ServeDirectly, ServedDirectly, Verify, Service, Message),
        new(SupervisorReview, ServeDirectly, ServedDirectly, Approve, Service, Message),
        new(ManagerDecision, ServeDirectly, ServedDirectly, Decide, Decision, Service, Message),
        new(Received, Answer, ServedDirectly, Receive, Message),
        new(InReview, Answer, ServedDirectly, Receive, Message),

        new(InReview, "reject", Rejected, Analyse, Analysis, Reason, Message),
        new(ManagerDecision, "reject", Rejected, Decide, Decision, Reason, Message),
        new(Received, "redirect", NotOurAuthority, Receive, Office, Message),
        new(InReview, "redirect", NotOurAuthority, Analyse, Office, Message),
        new(Received, "merge", Merged, Receive, Merging),
        new(InReview, "merge", Merged, Analyse, Merging),
        new(InReview, CloseAfterVisit, Unreachable, Analyse, Visit, Note),

        .. TakeOvers(),
        .. Desks.Select(desk => new Move<ComplaintStatus>(desk, Conclude, Completed, Judge, Finding, Message)),

        new(Received, Withdraw, Withdrawn, Withdrawing),
        new(InReview, Withdraw, Withdrawn, Withdrawing),
        new(FieldVerification, Withdraw, Withdrawn, Withdrawing),
        new(NeedsInformation, Withdraw, Withdrawn, Withdrawing),
        new(SupervisorReview, Withdraw, Withdrawn, Withdrawing),
        new(ManagerDecision, Withdraw, Withdrawn, Withdrawing),
        new(Referred, Withdraw, Withdrawn, Withdrawing),
        new(AcceptedByPartner, Withdraw, Withdrawn, Withdrawing),
        new(InService, Withdraw, Withdrawn, Withdrawing),

        new(Withdrawn, "undo_withdrawal", Received, Resident),
        new(Withdrawn, "undo_withdrawal", InReview, Resident),
        new(Withdrawn, "undo_withdrawal", FieldVerification, Resident),
        new(Withdrawn, "undo_withdrawal", NeedsInformation, Resident),
        new(Withdrawn, "undo_withdrawal", SupervisorReview, Resident),
        new(Withdrawn, "undo_withdrawal", ManagerDecision, Resident),
        new(Withdrawn, "undo_withdrawal", Referred, Resident),
        new(Withdrawn, "undo_withdrawal", AcceptedByPartner, Resident),
        new(Withdrawn, "undo_withdrawal", InService, Resident),

        new(Completed, "reopen", InReview, Analyse, Note),
        new(Completed, ResidentReopens, InReview, Resident),
        new(ServedDirectly, "reopen", InReview, Analyse, Note),
        new(ServedDirectly, ResidentReopens, InReview, Resident),
        new(Rejected, "reopen", InReview, Decide, Note),
        new(NotOurAuthority, "reopen", InReview, Analyse, Note),
        new(Merged, "reopen", InReview, Analyse, Note),
        new(Withdrawn, "reopen", InReview, Analyse, Note),
        new(Unreachable, "reopen", InReview, Analyse, Note),
        new(Unreachable, ResidentReopens, InReview, Resident),
    ]);

    internal static IReadOnlyList<string> BeginningPromise { get; } = ["reopen", ResidentReopens];

    /// <summary>
    /// Opened again, a complaint is promised a day anew: the old promise was kept or broken once. A withdrawal that is
    /// undone goes on with the old one.
    /// </summary>
    public static bool BeginsPromise(string verb) => BeginningPromise.Contains(verb);

    /// <summary>The verbs that only a referral performs; the complaint page offers the referral instead.</summary>
    public static IReadOnlySet<string> OfReferrals { get; } = new HashSet<string>
    {
        "refer", "partner_accepts", "partner_starts", "partner_answers", "partner_declines", "revoke_referral",
    };

    /// <summary>The verbs that staff perform on other pages only, or that are the resident's own wish.</summary>
    public static bool IsPerformedElsewhere(string verb) => verb is Withdraw or TakeOver || OfReferrals.Contains(verb);

    /// <summary>
    /// What a status does not tell: what is about one of ours is looked into and concluded by the deputy desk, and settled in no
    /// other way but by a referral; only a question or a suggestion is merely answered.
    /// </summary>
    public static bool IsFor(Move<ComplaintStatus> row, Complaint complaint) => row.Verb switch
    {
        Conclude => complaint.Concerns is not null,
        Answer => complaint.Kind != ComplaintKind.Complaint && complaint.Concerns is null,
        "reject" or "propose" or "send_to_field" or ServeDirectly => complaint.Concerns is null,
        _ => true,
    };

    /// <summary>Null for an input that is no product of ours: words, a reason, a visit.</summary>
    public static ProductKind? ProductOf(string input) => Codes.TryParse<ProductKind>(input, out var kind) ? kind : null;

    /// <summary>What whoever has a complaint in this status must be permitted to do with it; null where it lies at none of our desks.</summary>
    public static string? WorkOf(ComplaintStatus status) => status switch
    {
        Received => Permission.ReceiveComplaints,
        InReview => Permission.AnalyseComplaints,
        FieldVerification => Permission.VerifyComplaints,
        SupervisorReview => Permission.ApproveComplaints,
        ManagerDecision => Permission.DecideComplaints,
        _ => null,
    };

    /// <summary>Reasons for a rejection or a partner's refusal; the resident reads them as a sentence.</summary>
    public static IReadOnlyList<string> Reasons { get; } =
    [
        "not_eligible", "already_served", "quota_used_up", "papers_missing", "data_not_matched", "not_found", "other",
    ];

    /// <summary>From each desk to each other one, by whoever works there: village, sub-district and regency, up and down.</summary>
    private static IEnumerable<Move<ComplaintStatus>> TakeOvers() =>
        Desks.SelectMany(_ => Desks, (from, to) => (from, to)).Where(pair => pair.from != pair.to)
            .Select(pair => new Move<ComplaintStatus>(pair.from, TakeOver, pair.to, Taker.Desk(WorkOf(pair.to)!)));
}
