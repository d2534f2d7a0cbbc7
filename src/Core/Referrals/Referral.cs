using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Referrals;

/// <summary>Stored by code; labels are <c>referral_status.{code}</c>.</summary>
public enum ReferralStatus
{
    Draft,
    Approved,
    Sent,
    Accepted,
    InService,
    Answered,
    Declined,
    Revoked,
}

/// <summary>A complaint handed to a partner, with what is asked, by when, and what came of it.</summary>
public sealed class Referral : OfComplaint, IVersioned
{
    public static readonly SealedTable Table = new("referral");

    public required Guid Id { get; init; }

    /// <summary>Printed on the letter; of the same make as a complaint's reference, with the prefix RJK.</summary>
    public required string Number { get; init; }

    public required Guid PartnerId { get; init; }

    public string? ProgrammeCode { get; init; }

    public ReferralStatus Status { get; private set; } = ReferralStatus.Sent;

    /// <summary>What the partner is asked to do; goes into the letter.</summary>
    public required Sealed Request { get; set; }

    public required DateOnly DueOn { get; set; }

    /// <summary>How the resident agreed to the sharing: <c>written</c>, <c>spoken</c> or <c>chat</c>.</summary>
    public required string Consent { get; init; }

    public required Guid SentBy { get; init; }

    public required DateTime SentAt { get; init; }

    public DateTime? AnsweredAt { get; private set; }

    /// <summary>The partner's answer in words, as staff recorded it.</summary>
    public Sealed? Answer { get; private set; }

    /// <summary>Why it was declined or revoked: a code of the reasons list.</summary>
    public string? Reason { get; private set; }

    public int Version { get; set; }

    /// <exception cref="InvalidOperationException">The row begins elsewhere.</exception>
    internal void Move(Taken<ReferralStatus> taken, FieldCipher cipher)
    {
        if (taken.Row.From != Status)
        {
            throw new InvalidOperationException($"A move from {taken.Row.From} does not begin at {Status}.");
        }

        (Status, AnsweredAt) = (taken.Row.To, taken.Given.By.At);
        Answer = cipher.SealOptional(taken.Given[ReferralWorkflow.Answer], Referral.Table, Id, "answer") ?? Answer;
        Reason = taken.Given[ReferralWorkflow.Reason] ?? Reason;
    }
}

internal sealed class ReferralMapping : IEntityTypeConfiguration<Referral>
{
    public void Configure(EntityTypeBuilder<Referral> builder)
    {
        builder.ToTable("referral");
        builder.HasKey(r => r.Id);
        builder.HasIndex(r => r.Number).IsUnique();
        builder.HasIndex(r => new { r.ComplaintId, r.Id });
        builder.HasIndex(r => new { r.PartnerId, r.Status, r.DueOn });
        builder.HasIndex(r => new { r.RegencyCode, r.Status, r.DueOn, r.Id });
        builder.HasIndex(r => new { r.DistrictCode, r.Status, r.DueOn, r.Id });
        builder.HasIndex(r => new { r.VillageCode, r.Status, r.DueOn, r.Id });
    }
}
