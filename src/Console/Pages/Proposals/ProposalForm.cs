using SlrtBot.Console.Forms;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Proposals;

namespace SlrtBot.Console.Pages.Proposals;

/// <summary>Fields of proposals in a form: named <c>p.{code}</c>, so that they meet no field of the page's own.</summary>
public static class ProposalForm
{
    public const string Prefix = "p.";
    public const string Labels = "proposal";

    /// <returns>Field → as entered; several ticks between blanks.</returns>
    public static IReadOnlyDictionary<string, string> Read(IFormCollection form) => ProposalFields.All
        .Where(field => form.ContainsKey(Prefix + field.Code))
        .ToDictionary(field => field.Code, field => string.Join(' ', form[Prefix + field.Code].OfType<string>()));

    /// <summary>A refusal of a proposal's field, at the field of the form; every other one as it is.</summary>
    public static Refusal Named(Refusal refusal) =>
        refusal.Field is { } field && ProposalFields.All.Any(f => f.Code == field) ? refusal with { Field = Prefix + field } : refusal;

    public static IEnumerable<WrittenFieldForm> Of(ProposalKind kind, IReadOnlyDictionary<string, string> values) => ProposalFields.Of(kind)
        .Select(field => new WrittenFieldForm(field, Labels, Prefix + field.Code, $"p_{field.Code}", values.GetValueOrDefault(field.Code), field.IsRequired));
}
