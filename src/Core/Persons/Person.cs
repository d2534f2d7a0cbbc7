using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Persons;

/// <summary>
/// Somebody whom complaints concern. What is known about them is sealed; whoever sees one of their complaints sees them, and nobody
/// else.
/// </summary>
public sealed class Person : IVersioned
{
    public static readonly SealedTable Table = new("person");

    public required Guid Id { get; init; }

    /// <summary>Null once the person was erased.</summary>
    public Sealed? Name { get; set; }

    public Sealed? NationalId { get; set; }

    public byte[]? NationalIdIndex { get; set; }

    public Sealed? Phone { get; set; }

    public byte[]? PhoneIndex { get; set; }

    /// <summary>yyyy-MM-dd.</summary>
    public Sealed? BornOn { get; set; }

    /// <summary>Where they lived when they were written down first.</summary>
    public required string VillageCode { get; init; }

    public required DateTime MadeAt { get; init; }

    /// <summary>The person that this one turned out to be; null while it stands for itself.</summary>
    public Guid? MergedInto { get; set; }

    /// <summary>When nothing was left of what concerned them.</summary>
    public DateTime? ErasedAt { get; set; }

    public int Version { get; set; }
}

/// <summary>The blind word index of a name, by village: eight bytes each of its parts, sounds and beginnings.</summary>
public sealed class PersonWord
{
    public required string VillageCode { get; init; }

    public required byte[] Word { get; init; }

    public required Guid PersonId { get; init; }
}

internal sealed class PersonMapping : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("person");
        builder.HasKey(p => p.Id);
        builder.HasIndex(p => new { p.NationalIdIndex, p.Id }).HasFilter("national_id_index is not null");
        builder.HasIndex(p => new { p.PhoneIndex, p.Id }).HasFilter("phone_index is not null");
        builder.HasIndex(p => p.MergedInto).HasFilter("merged_into is not null");
    }
}

internal sealed class PersonWordMapping : IEntityTypeConfiguration<PersonWord>
{
    public void Configure(EntityTypeBuilder<PersonWord> builder)
    {
        builder.ToTable("person_word");
        builder.HasKey(w => new { w.VillageCode, w.Word, w.PersonId });
        builder.HasIndex(w => w.PersonId);
    }
}
