namespace SlrtBot.Console.Tags;

/// <summary>What the fields of the page at hand are called, for the summary of refusals above them.</summary>
internal static class FieldLabels
{
    private static readonly object Key = new();

    public static void Note(HttpContext context, string field, string label) => Of(context)[field] = label;

    /// <returns>Null where the page has no such field.</returns>
    public static string? Find(HttpContext context, string field) => Of(context).GetValueOrDefault(field);

    private static Dictionary<string, string> Of(HttpContext context)
    {
        if (context.Items[Key] is not Dictionary<string, string> labels)
        {
            context.Items[Key] = labels = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        }

        return labels;
    }
}
