using System.Globalization;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Products;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Console.Pages.Complaints;

/// <summary>Fields of products in a form: named <c>p.{code}</c>, so that they meet no field of the page's own.</summary>
public static class ProductForm
{
    public const string Prefix = "p.";

    /// <returns>Field → as entered; several ticks between blanks.</returns>
    public static IReadOnlyDictionary<string, string> Read(IFormCollection form) => ProductFields.All
        .Where(field => form.ContainsKey(Prefix + field.Code))
        .ToDictionary(field => field.Code, field => string.Join(' ', form[Prefix + field.Code].OfType<string>()));

    /// <summary>A refusal of a product's field, at the field of the form; every other one as it is.</summary>
    public static Refusal Named(Refusal refusal) => refusal switch
    {
        { Field: ComplaintWorkflow.Analysis } => new Refusal("analysis_required"),
        { Field: { } field } when ProductFields.All.Any(f => f.Code == field) => refusal with { Field = Prefix + field },
        _ => refusal,
    };

    /// <param name="ids">What stands before the field's code in its id.</param>
    public static IEnumerable<ProductFieldForm> Of(ProductKind kind, IReadOnlyDictionary<string, string> values, string ids) =>
        ProductFields.Of(kind).Select(field => new ProductFieldForm(field, values.GetValueOrDefault(field.Code), $"{ids}p_{field.Code}"));

    /// <summary>A value in the reader's language: codes by their words, a day as a day, words as they were written.</summary>
    public static string Words(Phrases phrases, ProductField field, string value) => field.Kind switch
    {
        ProductFieldKind.Choice or ProductFieldKind.Several =>
            string.Join(", ", value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(c => phrases[$"product.choice.{field.Code}.{c}"])),
        ProductFieldKind.Day when DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => phrases.Date(day),
        _ => value,
    };
}

public sealed record ProductFieldForm(ProductField Field, string? Value, string Id)
{
    public string Name => ProductForm.Prefix + Field.Code;

    public bool Holds(string choice) => Value?.Split(' ').Contains(choice) == true;
}
