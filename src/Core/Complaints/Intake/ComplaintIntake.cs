using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlrtBot.Core.Complaints.Intake;

/// <summary>Who agreed, on paper or aloud, that what was told may be kept; labels <c>consent_giver.{code}</c>.</summary>
public enum ConsentGiver
{
    /// <summary>The person concerned.</summary>
    Self,

    /// <summary>Whoever came for them.</summary>
    Reporter,

    /// <summary>The parent or guardian of a child.</summary>
    Guardian,
}

/// <summary>How a complaint came that staff wrote down: on which paper, and with whose consent. Nothing in it names anybody.</summary>
public sealed class ComplaintIntake
{
    public required Guid ComplaintId { get; init; }

    /// <summary>The day that stands on the paper; the promise runs from the receipt all the same.</summary>
    public DateOnly? PaperOn { get; init; }

    /// <summary>Null where the reporter stays without a name: nothing personal is kept then.</summary>
    public ConsentGiver? Consent { get; init; }

    public DateOnly? ConsentOn { get; init; }

    public required Guid StaffId { get; init; }

    public required DateTime At { get; init; }
}

internal sealed class ComplaintIntakeMapping : IEntityTypeConfiguration<ComplaintIntake>
{
    public void Configure(EntityTypeBuilder<ComplaintIntake> builder)
    {
        builder.ToTable("complaint_intake");
        builder.HasKey(i => i.ComplaintId);
    }
}
