using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlrtBot.Core.Settings;

/// <summary>A value that offices have settled on a screen; without a row the one that the program was set up with holds.</summary>
public sealed class Setting
{
    /// <summary>Of <see cref="SettingCatalogue"/>.</summary>
    public required string Code { get; init; }

    /// <summary>Empty for the whole installation.</summary>
    public required string AreaCode { get; init; }

    public required string Value { get; set; }
}

internal sealed class SettingMapping : IEntityTypeConfiguration<Setting>
{
    public void Configure(EntityTypeBuilder<Setting> builder)
    {
        builder.ToTable("setting");
        builder.HasKey(s => new { s.Code, s.AreaCode });
    }
}
