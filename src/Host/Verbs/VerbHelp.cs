namespace SlrtBot.Host.Verbs;

/// <summary>What <c>--help</c> prints.</summary>
internal static class VerbHelp
{
    /// <param name="words">What was typed; the verbs that begin with its first word, or all.</param>
    public static string OfAll(IReadOnlyList<string> words)
    {
        var text = new List<string>();
        text.Add("Usage: slrtbot [VERB] [OPTIONS] [--Section:Key=VALUE]");
        text.Add("");
        text.Add("Without a verb the program serves the chat, the channels and the staff console.");
        text.Add("");
        var some = VerbCatalogue.All.Where(v => words.Count > 0 && v.Name.Split(' ')[0] == words[0]).ToList();
        foreach (var verb in some.Count > 0 ? some : VerbCatalogue.All)
        {
            text.Add($"  {verb.Name,-16} {verb.Summary}");
        }

        text.Add("");
        text.Add("VERB --help tells more. Settings are environment variables (Section__Key), or --Section:Key=VALUE.");
        text.Add("Exit codes: 0 done, 1 failed, 2 wrong call.");
        return string.Join(Environment.NewLine, text);
    }

    public static string Of(Verb verb)
    {
        var text = new List<string>();
        text.Add($"Usage: slrtbot {string.Join(' ', [verb.Name, .. verb.Operands, .. verb.Options.Select(Usage)])}");
        text.Add("");
        text.Add(verb.Summary);
        if (verb.Options.Count > 0)
        {
            text.Add("");
        }

        foreach (var option in verb.Options)
        {
            text.Add($"  {$"--{option.Name} {option.Value}",-24} {option.Meaning}");
        }

        return string.Join(Environment.NewLine, text);
    }

    private static string Usage(VerbOption option)
    {
        var usage = option.Value is null ? $"--{option.Name}" : $"--{option.Name} {option.Value}";
        return option.Required ? usage : $"[{usage}]";
    }
}
