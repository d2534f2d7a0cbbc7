using Microsoft.AspNetCore.Diagnostics;

namespace SlrtBot.Console.Pages.Errors;

/// <summary>What stood in a form that came too late, to be sent once more with a token that fits.</summary>
/// <param name="Address">Of the page that takes it.</param>
/// <param name="Fields">In their order; empty where one of them is a password, which no page repeats.</param>
public sealed record StaleForm(string Address, IReadOnlyList<(string Name, string Value)> Fields, bool HadFiles)
{
    private const int LettersOfATelling = 12;

    private static readonly string[] Secrets = ["Password", "Again", "Current", "Pin"];

    /// <summary>What somebody wrote, rather than chose: shown, so that it can be copied whatever happens next.</summary>
    public IEnumerable<string> Written => Fields.Select(f => f.Value).Where(v => v.Length >= LettersOfATelling && v.Contains(' ', StringComparison.Ordinal));

    /// <returns>Null where the refusal is of another kind.</returns>
    public static StaleForm? Of(HttpContext context)
    {
        if (!Forms.StaleForms.IsOne(context) || context.Features.Get<IStatusCodeReExecuteFeature>() is not { } refused)
        {
            return null;
        }

        var form = context.Request.Form;
        var address = refused.OriginalPathBase + refused.OriginalPath + refused.OriginalQueryString;
        return Secrets.Any(form.ContainsKey)
            ? new StaleForm(address, [], false)
            : new StaleForm(
                address,
                [.. form.Where(f => f.Key != "csrf").SelectMany(f => f.Value.Select(value => (f.Key, value ?? "")))],
                form.Files.Count > 0);
    }
}
