using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Complaints.Queue;

public enum QueueOrder
{
    /// <summary>What was promised soonest stands on top, and above it the emergencies among what is open.</summary>
    Due,

    /// <summary>What was promised last stands on top, which is what came last, but for the kinds that take longer.</summary>
    Newest,
}

/// <summary>What a staff member wants to see of the complaints in their areas.</summary>
public sealed record QueueFilter
{
    public const int PageSize = 50;

    /// <summary>Deep pages are what filters are for.</summary>
    public const int LastPage = 40;

    public StatusType? Type { get; init; }

    public ComplaintStatus? Status { get; init; }

    public string? CategoryCode { get; init; }

    public ComplaintKind? Kind { get; init; }

    public string? ProgrammeCode { get; init; }

    public Urgency? Urgency { get; init; }

    public string? DistrictCode { get; init; }

    public string? VillageCode { get; init; }

    public string? Channel { get; init; }

    public bool Overdue { get; init; }

    /// <summary>Only those of whose promised days no more than a quarter is left.</summary>
    public bool AtRisk { get; init; }

    /// <summary>Only those whose residents asked superiors to look.</summary>
    public bool Raised { get; init; }

    /// <summary>Only those whose residents said that the help has not come, or not all of it.</summary>
    public bool NotReceived { get; init; }

    public Confirmation? Confirmation { get; init; }

    public Guid? AssignedTo { get; init; }

    public QueueOrder Order { get; init; }

    public int Size { get; init; } = PageSize;

    /// <summary>Counted from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>
    /// What a page shows is among the first of each of these, and each can be read in the order of an index: no index has
    /// both a rare filter and the order over all statuses, nor emergencies before the rest.
    /// </summary>
    public IEnumerable<QueueFilter> Parts() => this switch
    {
        { Type: null, Status: null } => Enum.GetValues<StatusType>().Select(type => this with { Type = type }),
        { LeadsWithEmergencies: true } => [this with { Urgency = Complaints.Urgency.Emergency }, this],
        _ => [this],
    };

    private bool LeadsWithEmergencies =>
        (Type ?? Status?.Type()) == StatusType.Open && Order == QueueOrder.Due && Urgency is null;

    /// <summary>As a page shows them; over many rows only <see cref="Sort"/> is quick.</summary>
    public IQueryable<Complaint> Arrange(IQueryable<Complaint> few) => LeadsWithEmergencies
        ? few.OrderByDescending(c => c.Urgency == Complaints.Urgency.Emergency).ThenBy(c => c.PromiseOn).ThenBy(c => c.Id)
        : Sort(few);

    /// <summary>What the filter finds, in its order. Every combination must be one range of one index: QueuePlanTests.</summary>
    public IQueryable<Complaint> Sorted(IQueryable<Complaint> complaints, StaffScope scope) => Sort(Apply(complaints, scope));

    /// <summary>The promise's day leads, forwards or backwards, as the indexes have it.</summary>
    public IQueryable<Complaint> Sort(IQueryable<Complaint> found) => Order == QueueOrder.Newest
        ? found.OrderByDescending(c => c.PromiseOn).ThenByDescending(c => c.Id)
        : found.OrderBy(c => c.PromiseOn).ThenBy(c => c.Id);

    public IQueryable<Complaint> Apply(IQueryable<Complaint> complaints, StaffScope scope)
    {
        var found = complaints.VisibleTo(scope);
        // A status has its type: naming it too lets the index of every level serve.
        found = (Type ?? Status?.Type()) is { } type ? found.Where(c => c.StatusType == type) : found;
        found = Status is { } status ? found.Where(c => c.Status == status) : found;
        found = CategoryCode is { } category ? found.Where(c => c.CategoryCode == category) : found;
        found = Kind is { } kind ? found.Where(c => c.Kind == kind) : found;
        if (Kind is ComplaintKind.Question or ComplaintKind.Suggestion)
        {
            // Says no more, but in the words of the partial index that holds the few that are no complaints.
            found = found.Where(c => c.Kind == ComplaintKind.Question || c.Kind == ComplaintKind.Suggestion);
        }

        found = ProgrammeCode is { } programme ? found.Where(c => c.ProgrammeCode == programme) : found;
        found = Urgency is { } urgency ? found.Where(c => c.Urgency == urgency) : found;
        if (Urgency >= Complaints.Urgency.Urgent)
        {
            // Says no more, but in the words of the partial index that holds the few pressing ones.
            found = found.Where(c => c.Urgency == Complaints.Urgency.Urgent || c.Urgency == Complaints.Urgency.Emergency);
        }

        found = DistrictCode is { } district ? found.Where(c => c.DistrictCode == district) : found;
        found = VillageCode is { } village ? found.Where(c => c.VillageCode == village) : found;
        found = Channel is { } channel ? found.Where(c => c.Channel == channel) : found;
        found = AssignedTo is { } holder ? found.Where(c => c.AssignedTo == holder) : found;
        found = AtRisk ? found.Where(c => c.IsAtRisk) : found;
        found = Raised ? found.Where(c => c.RaisedAt != null) : found;
        found = NotReceived
            ? found.Where(c => c.Confirmation == Complaints.Confirmation.Partly || c.Confirmation == Complaints.Confirmation.NotReceived)
            : found;
        found = Confirmation is { } said ? found.Where(c => c.Confirmation == said) : found;
        return Overdue ? found.Where(c => c.IsOverdue) : found;
    }
}
