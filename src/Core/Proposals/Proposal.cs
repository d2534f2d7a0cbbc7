using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Proposals;

/// <summary>What is proposed to the keeper of the poverty data. Stored by code; labels <c>proposal.kind.{code}</c>.</summary>
public enum ProposalKind
{
    /// <summary>A family that is not in the list, or not among those of a programme.</summary>
    Add,

    /// <summary>One thing that the list says of a family.</summary>
    Correct,

    /// <summary>A person who has died, moved, lives well, was not found, or is listed twice.</summary>
    Remove,
}

/// <summary>
/// The two ways that a proposal can go; what goes the wrong one is not looked at. Labels <c>proposal.path.{code}</c>. Source:
/// docs/proposals.md, "Which way".
/// </summary>
public enum ProposalPath
{
    /// <summary>Usulan Bansos: the family is listed, and its decile fits the programme.</summary>
    Programme,

    /// <summary>Usulan Pembaruan Data: it is not listed, its decile does not fit, or what is said of it is not so.</summary>
    Update,
}

/// <summary>Where a proposal stands. Labels <c>proposal.status.{code}</c>.</summary>
public enum ProposalStatus
{
    /// <summary>Waits for the village's next meeting.</summary>
    Collected,

    /// <summary>On the agenda of a meeting, or in a statement, that is not signed yet.</summary>
    OnAgenda,

    /// <summary>The village agreed, and its signed minutes are here.</summary>
    Agreed,

    /// <summary>The village did not agree, in signed minutes.</summary>
    Refused,

    /// <summary>Taken out on its way up, with a reason.</summary>
    Struck,

    /// <summary>With the ministry.</summary>
    Sent,
    Accepted,
    Declined,
    Withdrawn,
}

/// <summary>
/// A change of the poverty data that the office asks for because of a complaint. Nobody here changes the data or decides about aid.
/// What it says is never changed: who knows better withdraws it and makes another. Source: docs/proposals.md.
/// </summary>
public sealed class Proposal : OfComplaint, IVersioned
{
    public static readonly SealedTable Table = new("proposal");

    public required Guid Id { get; init; }

    public required ProposalKind Kind { get; init; }

    public required ProposalPath Path { get; init; }

    public ProposalStatus Status { get; private set; } = ProposalStatus.Collected;

    /// <summary>A decision about it is still to come.</summary>
    public bool IsRunning { get; private set; } = true;

    /// <summary>The first day of the month whose clock it goes by.</summary>
    public required DateOnly Cycle { get; init; }

    /// <summary>Coded and dated fields, as an object of JSON.</summary>
    public required string Facts { get; init; }

    /// <summary>Names, numbers and words, as an object of JSON.</summary>
    public Sealed? Words { get; init; }

    /// <summary>Whom it is about, so that nobody is proposed twice at once; null where no number is known.</summary>
    public byte[]? WhomIndex { get; set; }

    /// <summary>The approved visit that it rests on.</summary>
    public Guid? VisitId { get; init; }

    public required Guid ProposedBy { get; init; }

    public required DateTime ProposedAt { get; init; }

    public DateTime? EndedAt { get; private set; }

    public int Version { get; set; }

    internal void Move(Taken<ProposalStatus> taken)
    {
        Status = taken.Row.To;
        IsRunning = Status.IsRunning();
        EndedAt = IsRunning ? null : taken.Given.By.At;
    }

    /// <summary>Field → value, in the order in which they are asked.</summary>
    internal IReadOnlyList<(ProposalField Field, string Value)> Open(FieldCipher cipher)
    {
        var values = Read(Facts).Concat(cipher.OpenOptional(Words, Table, Id, "words") is { } words ? Read(words) : []).ToDictionary();
        return [.. ProposalFields.Of(Kind).Where(f => values.ContainsKey(f.Code)).Select(f => (f, values[f.Code]))];
    }

    internal static string? Json(IEnumerable<ProposalField> fields, ProposalEntry entry)
    {
        var values = fields.Where(f => entry[f.Code] is not null).ToDictionary(f => f.Code, f => entry[f.Code]!);
        return values.Count == 0 ? null : JsonSerializer.Serialize(values);
    }

    private static Dictionary<string, string> Read(string json) => JsonSerializer.Deserialize<Dictionary<string, string>>(json)!;
}

public static class ProposalStatuses
{
    public static bool IsRunning(this ProposalStatus status) =>
        status is ProposalStatus.Collected or ProposalStatus.OnAgenda or ProposalStatus.Agreed or ProposalStatus.Sent;
}

internal sealed class ProposalMapping : IEntityTypeConfiguration<Proposal>
{
    public void Configure(EntityTypeBuilder<Proposal> builder)
    {
        builder.ToTable("proposal");
        builder.HasKey(p => p.Id);
        builder.HasIndex(p => new { p.ComplaintId, p.Id });
        builder.HasIndex(p => p.WhomIndex).HasFilter("is_running and whom_index is not null").HasDatabaseName("ix_proposal_whom");
        builder.HasIndex(p => new { p.RegencyCode, p.Status, p.Id });
        builder.HasIndex(p => new { p.DistrictCode, p.Status, p.Id });
        builder.HasIndex(p => new { p.VillageCode, p.Status, p.Id });
    }
}
