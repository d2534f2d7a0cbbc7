using System.Buffers.Binary;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Registry;

/// <summary>
/// A person, or a family by its head, as one line of a list. What it says is sealed as one value; found is it by keyed hashes of its
/// numbers, and within its village by the sound of the name and by the birth date.
/// </summary>
public sealed class RegistryEntry
{
    public static readonly SealedTable Table = new("registry_entry");

    /// <summary>See <see cref="IdOf"/>.</summary>
    public required Guid Id { get; init; }

    public required Guid SnapshotId { get; init; }

    /// <summary>The village; the regency where the list does not say.</summary>
    public required string AreaCode { get; init; }

    /// <summary>1 to 10; null where the list does not say.</summary>
    public int? Decile { get; init; }

    public byte[]? NationalIdIndex { get; init; }

    public byte[]? FamilyCardIndex { get; init; }

    /// <summary>Of village and birth date, eight bytes.</summary>
    public byte[]? BirthIndex { get; init; }

    /// <summary>Of village and the sound of the name, eight bytes.</summary>
    public byte[]? NameIndex { get; init; }

    /// <summary>A <see cref="RegistryRecord"/>.</summary>
    public required Sealed Record { get; init; }

    /// <summary>
    /// A snapshot's entries stand together, in the order of their rows: the last four bytes of its id, which are random, give way to
    /// the row. So storing a row twice breaks the key, and all of them go by one range.
    /// </summary>
    public static Guid IdOf(Guid snapshot, int ordinal)
    {
        Span<byte> bytes = stackalloc byte[16];
        snapshot.TryWriteBytes(bytes, bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(bytes[12..], ordinal);
        return new Guid(bytes, bigEndian: true);
    }
}

internal sealed class RegistryEntryMapping : IEntityTypeConfiguration<RegistryEntry>
{
    public void Configure(EntityTypeBuilder<RegistryEntry> builder)
    {
        builder.ToTable("registry_entry");
        builder.HasKey(e => e.Id);
        builder.HasIndex(e => new { e.NationalIdIndex, e.SnapshotId }).HasFilter("national_id_index is not null");
        builder.HasIndex(e => new { e.FamilyCardIndex, e.SnapshotId }).HasFilter("family_card_index is not null");
        builder.HasIndex(e => new { e.BirthIndex, e.SnapshotId }).HasFilter("birth_index is not null");
        builder.HasIndex(e => new { e.NameIndex, e.SnapshotId }).HasFilter("name_index is not null");
    }
}
