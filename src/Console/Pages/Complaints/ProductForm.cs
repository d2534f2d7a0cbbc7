using SlrtBot.Console.Forms;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Products;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Console.Pages.Complaints;

/// <summary>Fields of products in a form: named <c>p.{code}</c>, so that they meet no field of the page's own.</summary>
public static class ProductForm
{
    public const string Prefix = "p.";
    public const string Labels = "product";

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
    public static IEnumerable<WrittenFieldForm> Of(ProductKind kind, IReadOnlyDictionary<string, string> values, string ids) => ProductFields.Of(kind)
        .Select(field => new WrittenFieldForm(field, Labels, Prefix + field.Code, $"{ids}p_{field.Code}", values.GetValueOrDefault(field.Code), field.IsRequired));
}
