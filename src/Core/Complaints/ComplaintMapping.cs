using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlrtBot.Core.Complaints;

internal sealed class ComplaintMapping : IEntityTypeConfiguration<Complaint>
{
    public void Configure(EntityTypeBuilder<Complaint> builder)
    {
        builder.ToTable("complaint");
        builder.HasKey(c => c.Id);
        builder.Ignore(c => c.IsRepresented);
        builder.HasIndex(c => c.Reference).IsUnique();
        builder.HasIndex(c => c.DraftId).IsUnique();
        builder.HasIndex(c => new { c.ConversationId, c.Id });
        builder.HasIndex(c => new { c.PersonId, c.Id }).HasFilter("person_id is not null");
        builder.HasIndex(c => c.PhoneIndex);
        builder.HasIndex(c => c.NationalIdIndex);
        builder.HasIndex(c => new { c.NationalIdTail, c.Id }).HasFilter("national_id_tail is not null").HasDatabaseName("ix_complaint_national_id_tail");
        builder.HasIndex(c => c.Id, "ix_complaint_tail_missing")
            .HasFilter("national_id is not null and national_id_tail is null").HasDatabaseName("ix_complaint_tail_missing");
        builder.HasIndex(c => new { c.RegencyCode, c.StatusType, c.PromiseOn, c.Id });
        builder.HasIndex(c => new { c.RegencyCode, c.Status, c.PromiseOn, c.Id });
        builder.HasIndex(c => new { c.RegencyCode, c.CategoryCode, c.StatusType, c.PromiseOn, c.Id });
        builder.HasIndex(c => new { c.RegencyCode, c.PromiseOn, c.Id });
        builder.HasIndex(c => new { c.DistrictCode, c.StatusType, c.PromiseOn, c.Id });
        builder.HasIndex(c => new { c.DistrictCode, c.PromiseOn, c.Id });
        builder.HasIndex(c => new { c.VillageCode, c.StatusType, c.PromiseOn, c.Id });
        builder.HasIndex(c => new { c.VillageCode, c.PromiseOn, c.Id });
        builder.HasIndex(c => new { c.AssignedTo, c.RegencyCode, c.StatusType, c.PromiseOn, c.Id });
        builder.HasIndex(c => new { c.RegencyCode, c.Channel, c.StatusType, c.PromiseOn, c.Id });
        builder.HasIndex(c => new { c.RegencyCode, c.Urgency, c.StatusType, c.PromiseOn, c.Id }, "ix_complaint_pressing")
            .HasFilter("urgency in ('urgent', 'emergency')").HasDatabaseName("ix_complaint_pressing");
        builder.HasIndex(c => new { c.RegencyCode, c.StatusType, c.PromiseOn, c.Id }, "ix_complaint_kind")
            .HasFilter("kind in ('question', 'suggestion')").HasDatabaseName("ix_complaint_kind");
        builder.HasIndex(c => new { c.RegencyCode, c.ProgrammeCode, c.StatusType, c.PromiseOn, c.Id })
            .HasFilter("programme_code is not null").HasDatabaseName("ix_complaint_programme");
        builder.HasIndex(c => new { c.RegencyCode, c.StatusType, c.PromiseOn, c.Id }, "ix_complaint_raised")
            .HasFilter("raised_at is not null").HasDatabaseName("ix_complaint_raised");
        builder.HasIndex(c => new { c.RegencyCode, c.StatusType, c.PromiseOn, c.Id }, "ix_complaint_not_received")
            .HasFilter("confirmation in ('partly', 'not_received')").HasDatabaseName("ix_complaint_not_received");
        builder.HasIndex(c => new { c.RegencyCode, c.Confirmation, c.StatusType, c.PromiseOn, c.Id })
            .HasFilter("confirmation is not null").HasDatabaseName("ix_complaint_confirmation");
        builder.HasIndex(c => new { c.RegencyCode, c.StatusType, c.PromiseOn, c.Id }, "ix_complaint_concerns")
            .HasFilter("concerns is not null").HasDatabaseName("ix_complaint_concerns");
        builder.HasIndex(c => c.AskAt).HasFilter("ask_at is not null");
        builder.HasIndex(c => c.RemindAt).HasFilter("remind_at is not null");
        builder.HasIndex(c => new { c.PromiseCalendar, c.Id }).HasFilter("status_type = 'open'").HasDatabaseName("ix_complaint_promise_calendar");
        builder.HasIndex(c => new { c.RegencyCode, c.StatusType, c.PromiseOn, c.Id }, "ix_complaint_at_risk")
            .HasFilter("is_at_risk").HasDatabaseName("ix_complaint_at_risk");
        builder.HasIndex(c => c.AtRiskOn).HasFilter("status_type = 'open' and not is_at_risk and not is_overdue").HasDatabaseName("ix_complaint_at_risk_on");
        builder.HasIndex(c => c.PromiseOn).HasFilter("status_type = 'open' and not is_overdue")
            .HasDatabaseName("ix_complaint_promise_running");
    }
}
