namespace SlrtBot.Host.Verbs;

/// <summary>Reads what stands after a verb's name: <c>--name value</c>, <c>--name=value</c>, switches, operands.</summary>
internal static class VerbArguments
{
    /// <exception cref="WrongCallException">Something is unknown, missing or too much.</exception>
    public static (IReadOnlyDictionary<string, string?> Options, IReadOnlyList<string> Operands) Read(Verb verb, IReadOnlyList<string> words)
    {
        var options = new Dictionary<string, string?>(StringComparer.Ordinal);
        var operands = new List<string>();
        var rest = new Queue<string>(words.Skip(verb.Name.Split(' ').Length));
        while (rest.TryDequeue(out var word))
        {
            if (!word.StartsWith("--", StringComparison.Ordinal))
            {
                operands.Add(word);
                continue;
            }

            var parts = word[2..].Split('=', 2);
            var option = verb.Options.FirstOrDefault(o => o.Name == parts[0]) ?? throw Wrong(verb, $"has no option --{parts[0]}");
            var value = parts.Length == 2 ? parts[1] : option.Value is null ? null : Next(verb, option, rest);
            if (option.Value is null && parts.Length == 2)
            {
                throw Wrong(verb, $"takes no value for --{option.Name}");
            }

            options[option.Name] = value;
        }

        Check(verb, options, operands);
        return (options, operands);
    }

    private static string Next(Verb verb, VerbOption option, Queue<string> rest) =>
        rest.TryPeek(out var next) && !next.StartsWith("--", StringComparison.Ordinal)
            ? rest.Dequeue()
            : throw Wrong(verb, $"needs a value: --{option.Name} {option.Value}");

    private static void Check(Verb verb, Dictionary<string, string?> options, List<string> operands)
    {
        if (verb.Options.FirstOrDefault(o => o.Required && !options.ContainsKey(o.Name)) is { } missing)
        {
            throw Wrong(verb, $"needs --{missing.Name} {missing.Value}");
        }

        if (operands.Count < verb.Operands.Count)
        {
            throw Wrong(verb, $"needs {verb.Operands[operands.Count]}");
        }

        if (operands.Count > verb.Operands.Count)
        {
            throw Wrong(verb, $"does not know what to do with '{operands[verb.Operands.Count]}'");
        }
    }

    private static WrongCallException Wrong(Verb verb, string problem) => new($"{verb.Name} {problem}. See {verb.Name} --help.");
}
