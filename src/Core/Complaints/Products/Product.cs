using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Complaints.Products;

/// <summary>One product as it was written down. None is ever changed: who knows better writes the next one.</summary>
public sealed class Product : OfComplaint
{
    public static readonly SealedTable Table = new("product");

    public required Guid Id { get; init; }

    public required ProductKind Kind { get; init; }

    /// <summary>Code of its first field, for reports; null where that is words.</summary>
    public string? Result { get; private init; }

    /// <summary>Its coded and dated fields, as an object of JSON.</summary>
    public string Facts { get; private init; } = "{}";

    /// <summary>Its words, as an object of JSON.</summary>
    public Sealed? Words { get; private init; }

    /// <summary>Of <see cref="ProductKind.Merging"/> alone: the complaint that goes on.</summary>
    public Guid? IntoId { get; init; }

    public required Guid MadeBy { get; init; }

    public required DateTime MadeAt { get; init; }

    /// <param name="input">Without problems.</param>
    internal static Product Of(Complaint complaint, Guid id, ProductInput input, Guid madeBy, DateTime at, FieldCipher cipher, Guid? intoId = null)
    {
        var fields = ProductFields.Of(input.Kind);
        var words = Json(fields.Where(f => !f.IsFact), input);
        return new Product
        {
            Id = id,
            Complaint = complaint,
            Kind = input.Kind,
            Result = fields[0].Kind == FieldKind.Choice ? input[fields[0].Code] : null,
            Facts = Json(fields.Where(f => f.IsFact), input) ?? "{}",
            Words = cipher.SealOptional(words, Table, id, "words"),
            IntoId = intoId,
            MadeBy = madeBy,
            MadeAt = at,
        };
    }

    /// <summary>Field → value, in the order in which they are asked.</summary>
    internal IReadOnlyList<(ProductField Field, string Value)> Open(FieldCipher cipher)
    {
        var values = Read(Facts).Concat(cipher.OpenOptional(Words, Table, Id, "words") is { } words ? Read(words) : []).ToDictionary();
        return [.. ProductFields.Of(Kind).Where(f => values.ContainsKey(f.Code)).Select(f => (f, values[f.Code]))];
    }

    private static string? Json(IEnumerable<ProductField> fields, ProductInput input)
    {
        var values = fields.Where(f => input[f.Code] is not null).ToDictionary(f => f.Code, f => input[f.Code]!);
        return values.Count == 0 ? null : JsonSerializer.Serialize(values);
    }

    private static Dictionary<string, string> Read(string json) => JsonSerializer.Deserialize<Dictionary<string, string>>(json)!;
}

internal sealed class ProductMapping : IEntityTypeConfiguration<Product>
{
    public void Configure(EntityTypeBuilder<Product> builder)
    {
        builder.ToTable("product");
        builder.HasKey(p => p.Id);
        builder.HasIndex(p => new { p.ComplaintId, p.Id });
        builder.HasIndex(p => p.IntoId).HasFilter("into_id is not null");
    }
}
