namespace SlrtBot.Core.Staff;

/// <summary>
/// What may be done, and by which role: the only table of its kind. The console makes one policy per permission
/// from it, and the workflow names its permissions.
/// </summary>
public static class Permission
{
    public const string ReadComplaints = "complaint.read";
    public const string ReceiveComplaints = "complaint.receive";
    public const string AnalyseComplaints = "complaint.analyse";
    public const string VerifyComplaints = "complaint.verify";
    public const string ApproveComplaints = "complaint.approve";
    public const string DecideComplaints = "complaint.decide";
    /// <summary>Complaints about the manager of the regency, and no others.</summary>
    public const string ReadAboutManagers = "complaint.about_manager";

    /// <summary>To end complaints about those who stand below: what was found to be true, and what follows.</summary>
    public const string JudgeOfficials = "complaint.judge";

    public const string WriteToResidents = "complaint.write";
    public const string AssignComplaints = "complaint.assign";
    /// <summary>One's own tasks, those of one's desk, and what other desks hand over to it.</summary>
    public const string HandleTasks = "task.handle";

    /// <summary>To put proposals before the village, and to bring back its minutes.</summary>
    public const string DeliberateProposals = "proposal.deliberate";

    public const string ReadReferrals = "referral.read";
    public const string Refer = "referral.send";
    public const string RecordAnswers = "referral.answer";
    /// <summary>People's requests about their own data.</summary>
    public const string AnswerDataRequests = "rights.answer";

    /// <summary>Counts of complaints by regency, status and category; no single one.</summary>
    public const string ReadFigures = "figures.read";

    public const string ReadPartners = "partner.read";
    public const string EditPartners = "partner.edit";
    /// <summary>To look somebody up in the poverty data, for a purpose that is written down.</summary>
    public const string LookUpRegistry = "registry.look_up";

    /// <summary>To bring in lists of the poverty data, for a whole regency.</summary>
    public const string ImportRegistry = "registry.import";

    public const string ManageStaff = "staff.manage";

    /// <summary>Time limits, hours, days off, the office and its lines (<c>Settings</c>).</summary>
    public const string ManageSettings = "setting.manage";
    public const string ReadAudit = "audit.read";
    public const string ReadSystem = "system.read";

    /// <summary>Messages that failed: try again, set aside.</summary>
    public const string TendMessages = "message.tend";

    /// <summary>The words of a message that could not be handled.</summary>
    public const string RevealMessages = "message.reveal";

    /// <summary>Sensitive classes of complaints; held per person, beside the role (docs/domain.md).</summary>
    public const string ReadSensitive = "sensitive.read";

    /// <summary>
    /// Pages that <see cref="ReadAboutManagers"/> opens as well; what stands on them is then the complaints about the manager
    /// alone.
    /// </summary>
    public static IReadOnlySet<string> OfAboutManagers { get; } = new HashSet<string> { ReadComplaints, WriteToResidents, AssignComplaints, HandleTasks };

    /// <summary>Every signed-in person: the own account, help.</summary>
    public const string OwnAccount = "account.own";

    private static readonly string[] Desk =
    [
        OwnAccount, ReadComplaints, WriteToResidents, AssignComplaints, HandleTasks, ReadReferrals, ReadPartners,
    ];

    /// <summary>Role → what it may do, inside its area.</summary>
    public static IReadOnlyDictionary<Role, IReadOnlySet<string>> OfRole { get; } =
        new Dictionary<Role, IReadOnlySet<string>>
        {
            [Role.Frontoffice] = Of(Desk, ReceiveComplaints),
            [Role.Analyst] = Of(Desk, ReceiveComplaints, AnalyseComplaints, LookUpRegistry, ImportRegistry, DeliberateProposals),
            [Role.Backoffice] = Of(Desk, AnalyseComplaints, RecordAnswers, LookUpRegistry),
            [Role.Coordinator] = Of(Desk, ReceiveComplaints, AnalyseComplaints, VerifyComplaints, RecordAnswers, AnswerDataRequests, LookUpRegistry, DeliberateProposals),
            [Role.Facilitator] = Of(Desk, ReceiveComplaints, VerifyComplaints, LookUpRegistry, DeliberateProposals),
            [Role.Supervisor] = Of(Desk, ReceiveComplaints, ApproveComplaints, JudgeOfficials, LookUpRegistry, DeliberateProposals),
            [Role.Manager] = Of(
                Desk, ReceiveComplaints, AnalyseComplaints, ApproveComplaints, DecideComplaints, JudgeOfficials, Refer, RecordAnswers,
                EditPartners, ReadSystem, TendMessages, RevealMessages, AnswerDataRequests, ManageSettings, LookUpRegistry, ImportRegistry, DeliberateProposals),
            [Role.Administrator] = Of(
                [OwnAccount, ReadPartners, ReadAboutManagers], EditPartners, ManageStaff, ManageSettings, ReadAudit, ReadSystem, TendMessages, AnswerDataRequests),
            // Reads how many and how they stand, and no single one: the province oversees offices, not people.
            [Role.Province] = Of([OwnAccount], ReadFigures, ReadPartners, HandleTasks),
            [Role.Overseer] = Of([OwnAccount], ReadAudit, ReadSystem),
        };

    public static IReadOnlyList<string> All { get; } =
        [.. OfRole.Values.SelectMany(p => p).Append(ReadSensitive).Distinct().Order(StringComparer.Ordinal)];

    private static HashSet<string> Of(IEnumerable<string> shared, params string[] own) =>
        [.. shared, .. own];
}
