using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Files;

public enum FileKind
{
    Photo,
    Voice,
    Document,
}

public enum FileState
{
    /// <summary>Known by its id at the channel, not yet fetched.</summary>
    Pending,
    Stored,

    /// <summary>Too large, or not of a kind that is kept.</summary>
    Refused,

    /// <summary>The channel did not give it after all tries; staff see that something is missing.</summary>
    Failed,
}

/// <summary>
/// A photo, voice note or document. The row says whose it is and where it stands; the bytes lie sealed in the
/// data directory under the row's id, never under a name that a person chose.
/// </summary>
public sealed class StoredFile : IVersioned
{
    public static readonly SealedTable Table = new("stored_file");

    public required Guid Id { get; init; }

    /// <summary>The chat that it came by; for a photo of a visit, which came by none, the visit.</summary>
    public required Guid ConversationId { get; init; }

    public Guid? ComplaintId { get; set; }

    /// <summary>A photo that staff took on this visit; null for what a chat brought.</summary>
    public Guid? VisitId { get; init; }

    /// <summary>The draft it was sent for; the complaint takes the draft's files over when it is lodged.</summary>
    public Guid? DraftId { get; set; }

    /// <summary>What the sender said, until its bytes have said it.</summary>
    public required FileKind Kind { get; set; }

    public required FileState State { get; set; }

    public Sealed? Name { get; set; }

    public Sealed? ChannelFileId { get; set; }

    public string? ContentType { get; set; }

    /// <summary>Bytes before sealing.</summary>
    public long Size { get; set; }

    public byte[]? Sha256 { get; set; }

    public int Tries { get; set; }

    public DateTime? NotBefore { get; set; }

    public required DateTime CreatedAt { get; init; }

    public int Version { get; set; }

    /// <summary>The door has cleaned it and put it into the store.</summary>
    /// <param name="now">UTC.</param>
    public static StoredFile OfVisit(Guid id, Guid visitId, Guid complaintId, string contentType, long size, byte[] sha256, DateTime now) => new()
    {
        Id = id,
        ConversationId = visitId,
        ComplaintId = complaintId,
        VisitId = visitId,
        Kind = FileKind.Photo,
        State = FileState.Stored,
        ContentType = contentType,
        Size = size,
        Sha256 = sha256,
        CreatedAt = now,
    };
}

internal sealed class StoredFileMapping : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> builder)
    {
        builder.ToTable("stored_file");
        builder.HasKey(f => f.Id);
        builder.HasIndex(f => f.ConversationId);
        builder.HasIndex(f => f.ComplaintId);
        builder.HasIndex(f => f.DraftId);
        builder.HasIndex(f => f.VisitId).HasFilter("visit_id is not null");
        builder.HasIndex(f => f.NotBefore).HasFilter("state = 'pending'");
    }
}
