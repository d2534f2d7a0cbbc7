using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Staff;

/// <summary>
/// Wrong passwords for one user name from one source, since the last right one. Names that nobody has are counted too, so
/// that a wait tells nobody who has an account. Name and source are keyed hashes; a day later the row is forgotten.
/// </summary>
public sealed class SignInTries : IVersioned
{
    /// <summary>Blind index of the user name in upper case.</summary>
    public required byte[] Account { get; init; }

    /// <summary>Blind index of the address, or of the browser where the person has signed in before.</summary>
    public required byte[] Source { get; init; }

    public int Failures { get; private set; }

    public DateTime LastAt { get; private set; }

    /// <summary>Until then no password for that name is looked at from that source.</summary>
    public DateTime? WaitUntil { get; private set; }

    public int Version { get; set; }

    public bool WaitsAt(DateTime at) => WaitUntil > at;

    public void Fail(DateTime at)
    {
        Failures = LastAt + SignInPace.Remembered < at ? 1 : Failures + 1;
        LastAt = at;
        WaitUntil = SignInPace.WaitAfter(Failures) is { } wait ? at + wait : null;
    }
}

internal sealed class SignInTriesMapping : IEntityTypeConfiguration<SignInTries>
{
    public void Configure(EntityTypeBuilder<SignInTries> builder)
    {
        builder.ToTable("sign_in_tries");
        builder.HasKey(t => new { t.Account, t.Source });
        builder.HasIndex(t => t.LastAt);
    }
}
