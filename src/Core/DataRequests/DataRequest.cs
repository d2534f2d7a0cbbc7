using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.DataRequests;

public enum DataRequestKind
{
    Access,
    Correct,
    Erase,
    Withdraw,
    Stop,
}

public enum DataRequestState
{
    Open,
    Done,
    Refused,
}

/// <summary>
/// What a person asks about their own data. Due after 3 × 24 hours, weekends and holidays included (UU 27/2022,
/// articles 30, 32, 40 and 41; docs/domain.md).
/// </summary>
public sealed class DataRequest : IVersioned, IPlaced, IOfChat
{
    // The name it had when the first values were sealed: it is part of what opens them.
    public static readonly SealedTable Table = new("rights_request");

    public static readonly TimeSpan Term = TimeSpan.FromHours(72);

    public required Guid Id { get; init; }

    public required Guid ConversationId { get; init; }

    public required DataRequestKind Kind { get; init; }

    public required DataRequestState State { get; set; }

    /// <summary>What the person wrote with it.</summary>
    public Sealed? Words { get; set; }

    /// <summary>The area of the chat's newest complaint; else of the village it spoke of; else the installation's first regency.</summary>
    public required string RegencyCode { get; init; }

    public string? DistrictCode { get; init; }

    public string? VillageCode { get; init; }

    /// <summary>As the chat was when it was asked. Who may answer follows from what the chat holds now.</summary>
    public required bool IsSensitive { get; init; }

    public required DateTime OpenedAt { get; init; }

    public required DateTime DueAt { get; init; }

    /// <summary>Null where the program itself did what was asked.</summary>
    public Guid? HandledBy { get; set; }

    public DateTime? HandledAt { get; set; }

    public Sealed? Answer { get; set; }

    public int Version { get; set; }
}

internal sealed class DataRequestMapping : IEntityTypeConfiguration<DataRequest>
{
    public void Configure(EntityTypeBuilder<DataRequest> builder)
    {
        builder.ToTable("data_request");
        builder.HasKey(r => r.Id);
        builder.HasIndex(r => new { r.ConversationId, r.Kind }, "ix_data_request_open").IsUnique().HasFilter("state = 'open'");
        builder.HasIndex(r => new { r.RegencyCode, r.State, r.DueAt });
        builder.HasOne<Conversation>().WithMany().HasForeignKey(r => r.ConversationId).OnDelete(DeleteBehavior.Cascade);
    }
}

public static class DataRequestScope
{
    /// <summary>Where every query about requests begins: the reader's areas, and chats of which nothing is kept from them.</summary>
    /// <param name="db">Of the same unit.</param>
    public static IQueryable<DataRequest> VisibleTo(this IQueryable<DataRequest> requests, SlrtDbContext db, StaffScope scope) =>
        requests.InAreas(scope.AreasFor(Permission.AnswerDataRequests)).InOpenChats(db, scope, Permission.AnswerDataRequests);
}
