using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlrtBot.Core.Persons;

/// <summary>Why two persons are one, or are not; labels <c>person_reason.{code}</c>. Codes and no words: the log cannot be emptied.</summary>
public enum PersonReason
{
    SameNationalId,
    SpelledOtherwise,
    RegisteredTwice,
    SaidSo,

    /// <summary>The first of those that part them.</summary>
    TwoPeople,
    WrongOneKept,
    Mistake,
}

/// <summary>One line of the log: a person was merged into another, or that was taken back. Written once, never changed: the database refuses it.</summary>
public sealed class PersonMerge
{
    public required Guid Id { get; init; }

    /// <summary>Whose facts hold.</summary>
    public required Guid KeptId { get; init; }

    public required Guid DroppedId { get; init; }

    public required DateTime At { get; init; }

    public required Guid DecidedBy { get; init; }

    public required PersonReason Reason { get; init; }

    /// <summary>Ids of the complaints that went over, with a space between them.</summary>
    public required string Complaints { get; init; }

    /// <summary>The line that this one takes back.</summary>
    public Guid? Undoes { get; init; }

    public IReadOnlyList<Guid> ComplaintIds => [.. Complaints.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Guid.Parse)];
}

internal sealed class PersonMergeMapping : IEntityTypeConfiguration<PersonMerge>
{
    public void Configure(EntityTypeBuilder<PersonMerge> builder)
    {
        builder.ToTable("person_merge");
        builder.HasKey(m => m.Id);
        builder.Ignore(m => m.ComplaintIds);
        builder.HasIndex(m => new { m.KeptId, m.Id });
        builder.HasIndex(m => new { m.DroppedId, m.Id });
        builder.HasIndex(m => m.Undoes).IsUnique().HasFilter("undoes is not null");
    }
}
