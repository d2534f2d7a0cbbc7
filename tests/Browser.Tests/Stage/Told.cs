namespace SlrtBot.Browser.Tests.Stage;

/// <summary>What a resident has to tell: buttons by their label, the rest as typed.</summary>
internal sealed record Told
{
    public string Group { get; init; } = "beras";

    public string Category { get; init; } = "1";

    public string Story { get; init; } = "Sudah tiga bulan beras tidak datang, padahal tetangga semua dapat.";

    public string Place { get; init; } = "Kp. Cibeureum RT 03 RW 05, Desa Cangkuang";

    /// <summary>Where the village's name occurs twice; null where it does not.</summary>
    public string? District { get; init; } = "Kec. Cangkuang";

    public string Name { get; init; } = "Siti Aminah";
}
