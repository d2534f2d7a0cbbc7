using System.Text.Json;
using System.Text.Json.Serialization;

namespace SlrtBot.Core.Registry;

/// <summary>What a list says about somebody, as it says it. Its text form shows nothing.</summary>
/// <param name="NationalId">16 digits.</param>
/// <param name="FamilyCard">16 digits.</param>
/// <param name="Relation">To the head of the family, as the list says it.</param>
/// <param name="IsMatched">Whether Dukcapil knows number and name together; null where the list does not say.</param>
/// <param name="IsDead">The list says so.</param>
/// <param name="IsInactive">The list says so.</param>
/// <param name="Programmes">Codes of the programmes that it names.</param>
/// <param name="ListId">What the list calls the row.</param>
public sealed record RegistryRecord(
    [property: JsonPropertyName("n")] string? NationalId,
    [property: JsonPropertyName("k")] string? FamilyCard,
    [property: JsonPropertyName("a")] string Name,
    [property: JsonPropertyName("b")] DateOnly? BornOn = null,
    [property: JsonPropertyName("s")] string? Sex = null,
    [property: JsonPropertyName("r")] string? Relation = null,
    [property: JsonPropertyName("d")] string? Address = null,
    [property: JsonPropertyName("m")] bool? IsMatched = null,
    [property: JsonPropertyName("x")] bool IsDead = false,
    [property: JsonPropertyName("i")] bool IsInactive = false,
    [property: JsonPropertyName("p")] IReadOnlyList<string>? Programmes = null,
    [property: JsonPropertyName("l")] string? ListId = null)
{
    private static readonly JsonSerializerOptions Lean = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    internal byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, Lean);

    internal static RegistryRecord Of(byte[] bytes) => JsonSerializer.Deserialize<RegistryRecord>(bytes, Lean)!;

    public override string ToString() => "(registry record)";
}
