using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Staff;

/// <summary>Someone who signs in to the console. Roles and areas are rows of <see cref="StaffRole"/>.</summary>
public sealed class StaffMember : IVersioned
{
    public required Guid Id { get; init; }

    public required string UserName { get; set; }

    /// <summary>Upper case, for look-up; unique.</summary>
    public required string NormalizedUserName { get; set; }

    /// <summary>The name shown to colleagues, and to residents when this person joins a conversation.</summary>
    public required string Name { get; set; }

    public string? PasswordHash { get; set; }

    /// <summary>Changes with password, roles and deactivation; sessions that carry an older one end.</summary>
    public required string SecurityStamp { get; set; }

    public bool IsActive { get; set; } = true;

    /// <summary>May read sensitive classes of complaints: held per person, not by role.</summary>
    public bool ReadsSensitive { get; set; }

    /// <summary>Language code of the console: <c>id</c> or <c>en</c>.</summary>
    public string Language { get; set; } = "id";

    public byte[]? SetUpTokenHash { get; set; }

    public DateTime? SetUpTokenExpires { get; set; }

    /// <summary>Of the code that links a chat to this account: see <see cref="ChatCode"/>.</summary>
    public byte[]? ChatCodeHash { get; set; }

    public DateTime? ChatCodeExpires { get; set; }

    public required DateTime CreatedAt { get; init; }

    public DateTime? SignedInAt { get; set; }

    public List<StaffRole> Roles { get; } = [];

    public int Version { get; set; }

    /// <summary>Nobody signs in with this name.</summary>
    public static Refusal Unknown(string userName) =>
        Refusal.NotFound("user_unknown") with { Field = "user", Values = new Dictionary<string, string> { ["user"] = userName } };
}

internal sealed class StaffMemberMapping : IEntityTypeConfiguration<StaffMember>
{
    public void Configure(EntityTypeBuilder<StaffMember> builder)
    {
        builder.ToTable("staff_member");
        builder.HasKey(s => s.Id);
        builder.HasIndex(s => s.NormalizedUserName).IsUnique();
        builder.HasIndex(s => s.SetUpTokenHash).IsUnique();
        builder.HasIndex(s => s.ChatCodeHash).IsUnique();
        builder.HasMany(s => s.Roles).WithOne().HasForeignKey(r => r.StaffId).OnDelete(DeleteBehavior.Cascade);
    }
}
