using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Imports;

/// <summary>What a list is brought in for; each has a <see cref="ListImport"/>. Labels <c>import.kind.{code}</c>.</summary>
public enum ImportKind
{
    /// <summary>A list of the poverty data.</summary>
    Registry,
}

/// <summary>Labels <c>import.state.{code}</c>.</summary>
public enum ImportState
{
    /// <summary>The file is here; somebody says which column is what.</summary>
    Uploaded,

    /// <summary>Every row is read and checked; nothing is stored.</summary>
    Checking,

    /// <summary>What would be stored and what is wrong is known; somebody says go.</summary>
    Checked,
    Storing,
    Stored,

    /// <summary>What was stored is removed again, piece by piece.</summary>
    TakingBack,

    /// <summary>As if it had never been.</summary>
    TakenBack,

    /// <summary>Given up before anything was stored.</summary>
    Cancelled,

    /// <summary>The file cannot be read to its end: <see cref="ImportRun.Failure"/> says why.</summary>
    Failed,
}

/// <summary>
/// One file on its way in: where it stands, how far it has come, and how its columns were read. Its rows lie in the sealed file
/// until they are stored, so that a run that was killed goes on where it was.
/// </summary>
public sealed class ImportRun : IVersioned
{
    public static readonly SealedTable Table = new("import_run");

    public required Guid Id { get; init; }

    public required ImportKind Kind { get; init; }

    /// <summary>The regency that the list is of.</summary>
    public required string RegencyCode { get; init; }

    public required Sealed FileName { get; init; }

    public required ImportFormat Format { get; init; }

    /// <summary>Bytes before sealing.</summary>
    public required long Size { get; init; }

    /// <summary>Blind index of what the file holds: the same one is not brought in twice.</summary>
    public required byte[] ContentIndex { get; init; }

    public required ImportState State { get; set; }

    /// <summary>Code of a refusal; null unless <see cref="ImportState.Failed"/>.</summary>
    public string? Failure { get; set; }

    /// <summary>Where the headings stand, the first row of the file being 1.</summary>
    public int HeaderRow { get; set; }

    /// <summary>Rows below the headings that hold something; 0 until they were counted.</summary>
    public int Rows { get; set; }

    /// <summary>Rows that would not be stored.</summary>
    public int Wrong { get; set; }

    /// <summary>How many of the rows the step at hand has behind it.</summary>
    public int Position { get; set; }

    /// <summary>Rows that lie in the tables now.</summary>
    public int StoredRows { get; set; }

    public required Guid StartedBy { get; init; }

    public required DateTime StartedAt { get; init; }

    /// <summary>When it last changed, or had come further.</summary>
    public required DateTime ChangedAt { get; set; }

    /// <summary>When all good rows were stored; null before.</summary>
    public DateTime? StoredAt { get; set; }

    /// <summary>Why it was taken back.</summary>
    public Sealed? Reason { get; set; }

    public int Version { get; set; }

    /// <summary>Field → its place in the rows, counted from 0, as an object of JSON.</summary>
    public string Columns { get; set; } = "{}";

    /// <summary>What was said about the list as a whole, such as its source and day: codes and days, nothing personal; as an object of JSON.</summary>
    public string Terms { get; set; } = "{}";

    public IReadOnlyDictionary<string, int> Places => JsonSerializer.Deserialize<Dictionary<string, int>>(Columns)!;

    /// <returns>Empty where nothing was said.</returns>
    public string Term(string code) => JsonSerializer.Deserialize<Dictionary<string, string>>(Terms)!.GetValueOrDefault(code, "");

    internal void Name(IReadOnlyDictionary<string, int> places) => Columns = JsonSerializer.Serialize(places);

    internal void Agree(IReadOnlyDictionary<string, string> terms) => Terms = JsonSerializer.Serialize(terms);

    public bool IsRunning => State is ImportState.Checking or ImportState.Storing or ImportState.TakingBack;
}

internal sealed class ImportRunMapping : IEntityTypeConfiguration<ImportRun>
{
    public void Configure(EntityTypeBuilder<ImportRun> builder)
    {
        builder.ToTable("import_run");
        builder.HasKey(r => r.Id);
        builder.Ignore(r => r.Places);
        builder.HasIndex(r => new { r.Kind, r.RegencyCode, r.Id });
        builder.HasIndex(r => new { r.ContentIndex, r.Id });
        builder.HasIndex(r => r.Id).HasDatabaseName("ix_import_run_running").HasFilter("state in ('checking', 'storing', 'taking_back')");
    }
}
