using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlrtBot.Core.Jobs;

/// <summary>The last run of each scheduled job, for the system page.</summary>
public sealed class JobRun
{
    public required string Job { get; init; }

    public DateTime StartedAt { get; set; }

    public DateTime? EndedAt { get; set; }

    /// <summary>Rows that it changed.</summary>
    public int Handled { get; set; }

    /// <summary>Rows that could not be handled; they stand in <see cref="ParkedRow"/>.</summary>
    public int Failed { get; set; }

    /// <summary>Type name of the failure of the job itself, null when it went well.</summary>
    public string? ErrorCode { get; set; }
}

internal sealed class JobRunMapping : IEntityTypeConfiguration<JobRun>
{
    public void Configure(EntityTypeBuilder<JobRun> builder)
    {
        builder.ToTable("job_run");
        builder.HasKey(r => r.Job);
    }
}
