using SlrtBot.Core.Complaints.Queue;
using SlrtBot.Core.Persons;

namespace SlrtBot.Core.Complaints.Persons;

/// <summary>A person, opened for a member of staff who sees one of their complaints.</summary>
/// <param name="NationalId">Masked but for its last four digits.</param>
/// <param name="Phone">Masked but for its last three digits.</param>
/// <param name="Complaints">Those that the reader sees, newest first.</param>
/// <param name="Likely">Who may be the same, and why.</param>
public sealed record PersonSheet(
    Guid Id, int Version, string? Name, string? NationalId, string? Phone, DateOnly? BornOn, string VillageCode, IReadOnlyList<QueueRow> Complaints,
    IReadOnlyList<KnownPerson> Likely, IReadOnlyList<MergeLine> Merges);

/// <param name="Dropped">Name of the one that was merged into this; null once it was erased.</param>
/// <param name="Complaints">That it brought along and that the reader sees.</param>
/// <param name="Since">That came after it and stay if they are parted.</param>
/// <param name="IsParted">It was taken back.</param>
public sealed record MergeLine(Guid Id, DateTime At, string By, PersonReason Reason, string? Dropped, int Complaints, int Since, bool IsParted, bool MayPart);

/// <summary>The person of a complaint, on its page.</summary>
/// <param name="Complaints">That the reader sees.</param>
public sealed record PersonLine(Guid Id, string? Name, int Complaints);
