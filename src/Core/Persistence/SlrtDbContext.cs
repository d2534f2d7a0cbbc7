using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Audit;
using SlrtBot.Core.ChannelHealth;
using SlrtBot.Core.Checks;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Changes;
using SlrtBot.Core.Complaints.Feedback;
using SlrtBot.Core.Complaints.Intake;
using SlrtBot.Core.Complaints.Lodging;
using SlrtBot.Core.Complaints.Products;
using SlrtBot.Core.Complaints.Promises;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.DataRequests;
using SlrtBot.Core.Files;
using SlrtBot.Core.Handovers;
using SlrtBot.Core.Imports;
using SlrtBot.Core.Jobs;
using SlrtBot.Core.Meetings;
using SlrtBot.Core.Partners;
using SlrtBot.Core.Persons;
using SlrtBot.Core.Programmes;
using SlrtBot.Core.Proposals;
using SlrtBot.Core.Referrals;
using SlrtBot.Core.Registry;
using SlrtBot.Core.Settings;
using SlrtBot.Core.SignedLinks;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Talks;
using SlrtBot.Core.Tasks;
using SlrtBot.Core.Tellings;
using SlrtBot.Core.Vanished;
using SlrtBot.Core.Visits;

namespace SlrtBot.Core.Persistence;

/// <summary>
/// All tables, for both databases. Reads go over a read-only connection; what a unit of work has changed is saved
/// by the write gate (docs/adr/0002), so that nothing else ever writes.
/// </summary>
public sealed class SlrtDbContext(DbContextOptions<SlrtDbContext> options) : DbContext(options)
{
    public DbSet<Area> Areas => Set<Area>();

    public DbSet<FormerName> FormerNames => Set<FormerName>();

    public DbSet<AreaDecision> AreaDecisions => Set<AreaDecision>();

    public DbSet<AuditAct> AuditActs => Set<AuditAct>();

    public DbSet<AuditSeal> AuditSeals => Set<AuditSeal>();

    public DbSet<AuditMarks> AuditMarks => Set<AuditMarks>();

    public DbSet<StaffMember> StaffMembers => Set<StaffMember>();

    public DbSet<StaffRole> StaffRoles => Set<StaffRole>();

    public DbSet<StaffDecision> StaffDecisions => Set<StaffDecision>();

    public DbSet<StaffAbsence> StaffAbsences => Set<StaffAbsence>();

    public DbSet<Setting> Settings => Set<Setting>();

    public DbSet<SettingDecision> SettingDecisions => Set<SettingDecision>();

    public DbSet<DutyEntry> DutyEntries => Set<DutyEntry>();

    public DbSet<StaffSession> StaffSessions => Set<StaffSession>();

    public DbSet<SignInTries> SignInTries => Set<SignInTries>();

    public DbSet<StoredFile> StoredFiles => Set<StoredFile>();

    public DbSet<Conversation> Conversations => Set<Conversation>();

    public DbSet<ChatTry> ChatTries => Set<ChatTry>();

    public DbSet<StaffChat> StaffChats => Set<StaffChat>();

    public DbSet<InboundMessage> InboundMessages => Set<InboundMessage>();

    public DbSet<OutboundMessage> OutboundMessages => Set<OutboundMessage>();

    public DbSet<Partner> Partners => Set<Partner>();

    public DbSet<Programme> Programmes => Set<Programme>();

    public DbSet<Person> Persons => Set<Person>();

    public DbSet<PersonWord> PersonWords => Set<PersonWord>();

    public DbSet<PersonMerge> PersonMerges => Set<PersonMerge>();

    public DbSet<ImportRun> ImportRuns => Set<ImportRun>();

    public DbSet<RegistrySnapshot> RegistrySnapshots => Set<RegistrySnapshot>();

    public DbSet<RegistryEntry> RegistryEntries => Set<RegistryEntry>();

    public DbSet<RegistryCheck> RegistryChecks => Set<RegistryCheck>();

    public DbSet<PairDecision> PairDecisions => Set<PairDecision>();

    public DbSet<ListFollowUp> ListFollowUps => Set<ListFollowUp>();

    public DbSet<Recheck> Rechecks => Set<Recheck>();

    public DbSet<VanishedFamily> VanishedFamilies => Set<VanishedFamily>();

    public DbSet<Complaint> Complaints => Set<Complaint>();

    public DbSet<ComplaintMove> ComplaintMoves => Set<ComplaintMove>();

    public DbSet<PromiseSegment> PromiseSegments => Set<PromiseSegment>();

    public DbSet<ComplaintNote> ComplaintNotes => Set<ComplaintNote>();

    public DbSet<UrgencyRevision> UrgencyRevisions => Set<UrgencyRevision>();

    public DbSet<CategoryRevision> CategoryRevisions => Set<CategoryRevision>();

    public DbSet<Placement> Placements => Set<Placement>();

    public DbSet<ComplaintFeedback> ComplaintFeedback => Set<ComplaintFeedback>();

    public DbSet<Representative> Representatives => Set<Representative>();

    public DbSet<ComplaintWord> ComplaintWords => Set<ComplaintWord>();

    public DbSet<ComplaintIntake> ComplaintIntakes => Set<ComplaintIntake>();

    public DbSet<Talk> Talks => Set<Talk>();

    public DbSet<DataRequest> DataRequests => Set<DataRequest>();

    public DbSet<Referral> Referrals => Set<Referral>();

    public DbSet<SignedLink> SignedLinks => Set<SignedLink>();

    public DbSet<WorkTask> WorkTasks => Set<WorkTask>();

    public DbSet<Handover> Handovers => Set<Handover>();

    public DbSet<Telling> Tellings => Set<Telling>();

    public DbSet<Visit> Visits => Set<Visit>();

    public DbSet<Product> Products => Set<Product>();

    public DbSet<VisitRound> VisitRounds => Set<VisitRound>();

    public DbSet<VisitValue> VisitValues => Set<VisitValue>();

    public DbSet<Proposal> Proposals => Set<Proposal>();

    public DbSet<ProposalMove> ProposalMoves => Set<ProposalMove>();

    public DbSet<VillageMeeting> VillageMeetings => Set<VillageMeeting>();

    public DbSet<MeetingItem> MeetingItems => Set<MeetingItem>();

    public DbSet<MeetingGuest> MeetingGuests => Set<MeetingGuest>();

    public DbSet<VisitPhoto> VisitPhotos => Set<VisitPhoto>();

    public DbSet<ChannelCheck> ChannelChecks => Set<ChannelCheck>();

    public DbSet<ChannelHour> ChannelHours => Set<ChannelHour>();

    public DbSet<ChannelAlarm> ChannelAlarms => Set<ChannelAlarm>();

    public DbSet<JobRun> JobRuns => Set<JobRun>();

    public DbSet<ParkedRow> ParkedRows => Set<ParkedRow>();

    /// <summary>On SQLite the rented read connection, which goes back with this context's end.</summary>
    internal SqliteLease? Lease { get; set; }

    /// <summary>Rows of a statement of our own, on the connection and in the snapshot of this context; it stays prepared.</summary>
    /// <param name="parameters">Values in the order of <c>@p0</c>, <c>@p1</c>, …</param>
    internal async Task<DbDataReader> ReadAsync(string sql, CancellationToken cancellationToken, params object[] parameters)
    {
        if (Lease is { } lease)
        {
            return lease.Prepare(sql, parameters).ExecuteReader();
        }

        var command = new NpgsqlCommand(sql, (NpgsqlConnection)Database.GetDbConnection());
        for (var i = 0; i < parameters.Length; i++)
        {
            command.Parameters.AddWithValue($"p{i}", parameters[i]);
        }

        return await command.ExecuteReaderAsync(cancellationToken);
    }

    // Contexts are pooled: once the base class has let go of this one, the next unit may hold it already.
    public override void Dispose()
    {
        var lease = TakeLease();
        base.Dispose();
        lease?.Dispose();
    }

    public override async ValueTask DisposeAsync()
    {
        var lease = TakeLease();
        await base.DisposeAsync();
        lease?.Dispose();
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        ModelConventions.Configure(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(SlrtDbContext).Assembly);
        ModelConventions.Apply(modelBuilder);
    }

    private SqliteLease? TakeLease()
    {
        var lease = Lease;
        Lease = null;
        return lease;
    }
}
