using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Partners;

public enum PartnerKind
{
    /// <summary>A government service of the regency or province.</summary>
    GovernmentService,
    StateCompany,

    /// <summary>A company's social responsibility programme.</summary>
    Csr,
    Hospital,
    Ngo,
    ZakatAgency,

    /// <summary>LKS: a registered social welfare institution.</summary>
    WelfareInstitution,
    NationalProgramme,
}

/// <summary>Someone to whom a complaint can be referred.</summary>
public sealed class Partner : IVersioned
{
    public static readonly SealedTable Table = new("partner");

    public required Guid Id { get; init; }

    public required string Code { get; init; }

    public required string Name { get; set; }

    public required PartnerKind Kind { get; set; }

    /// <summary>Category codes that it can help with, separated by spaces: <c>N1 N3</c>.</summary>
    public required string Services { get; set; }

    /// <summary>The area that it serves; a village is served by every partner of an area around it.</summary>
    public required string AreaCode { get; set; }

    public string? Address { get; set; }

    /// <summary>The office's public telephone; a contact person's own number is sealed.</summary>
    public string? Telephone { get; set; }

    public Sealed? ContactPerson { get; set; }

    /// <summary>Working days in which it usually answers.</summary>
    public int ResponseDays { get; set; } = 5;

    public bool IsActive { get; set; } = true;

    public int Version { get; set; }
}

internal sealed class PartnerMapping : IEntityTypeConfiguration<Partner>
{
    public void Configure(EntityTypeBuilder<Partner> builder)
    {
        builder.ToTable("partner");
        builder.HasKey(p => p.Id);
        builder.HasIndex(p => p.Code).IsUnique();
        builder.HasIndex(p => p.AreaCode);
    }
}
