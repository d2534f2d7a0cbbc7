using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Visits;

public sealed record VisitPlanned(ComplaintKey Complaint, Guid VisitId, Provenance By) : IComplaintEvent, IDomainEvent;

/// <param name="Reason">A code of <see cref="VisitReasons.Rescheduling"/>.</param>
public sealed record VisitRescheduled(ComplaintKey Complaint, Guid VisitId, string Reason, Provenance By) : IComplaintEvent, IDomainEvent;

public sealed record VisitCancelled(ComplaintKey Complaint, Guid VisitId, Provenance By) : IComplaintEvent, IDomainEvent;

/// <summary>Its report goes back to whoever wrote it.</summary>
public sealed record VisitReturned(ComplaintKey Complaint, Guid VisitId, Provenance By) : IComplaintEvent, IDomainEvent;

/// <summary>Something was written down, or the resident said that the day does not suit.</summary>
public sealed record VisitNoted(ComplaintKey Complaint, Guid VisitId, Provenance By) : IComplaintEvent, IDomainEvent;
