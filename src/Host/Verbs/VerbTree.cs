using System.CommandLine;
using System.CommandLine.Invocation;

namespace SlrtBot.Host.Verbs;

/// <summary>
/// The verbs as System.CommandLine sees them: <c>staff add</c> is the command <c>add</c> below <c>staff</c>. The library
/// reads, checks, suggests, completes (<c>[suggest]</c>) and explains; what is done stays with the verbs.
/// </summary>
internal static class VerbTree
{
    private const string About =
        """
        Without a verb the program serves the chat, the channels and the staff console.
        Settings are environment variables (Section__Key), or --Section:Key=VALUE.
        Exit codes: 0 done, 1 failed, 2 wrong call.
        """;

    // A word that begins with @ is a user's name or a file's, never a file of further words.
    private static readonly ParserConfiguration Reading = new() { ResponseFileTokenReplacer = null };
    private static readonly Dictionary<Command, Verb> Verbs = [];
    private static readonly RootCommand Root = Grow();

    /// <returns>Which verb is called and what it is told; no verb where the library has answered, and how that ended.</returns>
    public static async Task<(Verb? Verb, ParseResult Told, int Exit)> ReadAsync(
        IReadOnlyList<string> words, Terminal terminal, CancellationToken cancellationToken)
    {
        var told = Root.Parse(words, Reading);
        if (told.Action is null && Verbs.TryGetValue(told.CommandResult.Command, out var verb))
        {
            return (verb, told, ExitCode.Done);
        }

        var isWrong = told.Action is ParseErrorAction;
        if (told.Action is ParseErrorAction errors)
        {
            errors.ShowHelp = false;
        }

        var output = new InvocationConfiguration
        {
            Output = isWrong ? terminal.Error : terminal.Out,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        var exit = await told.InvokeAsync(output, cancellationToken);
        if (!isWrong)
        {
            return (null, told, exit);
        }

        var command = told.CommandResult.Command;
        foreach (var below in command == Root ? [] : command.Subcommands)
        {
            await terminal.Error.WriteLineAsync($"  {string.Join(' ', Path(below)),-20} {below.Description}");
        }

        await terminal.Error.WriteLineAsync($"See {string.Join(' ', Path(command).Append("--help"))}.");
        return (null, told, ExitCode.WrongCall);
    }

    private static RootCommand Grow()
    {
        var root = new RootCommand(About) { HelpName = "slrtbot" };
        foreach (var verb in VerbCatalogue.All)
        {
            var names = verb.Name.Split(' ');
            var parent = names.SkipLast(1).Aggregate((Command)root, Child);
            var command = new Command(names[^1], verb.Summary);
            foreach (var option in verb.Options)
            {
                command.Options.Add(option);
            }

            if (verb.Operand is { } operand)
            {
                command.Arguments.Add(operand);
            }

            parent.Subcommands.Add(command);
            Verbs.Add(command, verb);
        }

        return root;
    }

    private static Command Child(Command parent, string name)
    {
        if (parent.Subcommands.FirstOrDefault(c => c.Name == name) is { } found)
        {
            return found;
        }

        var child = new Command(name, string.Join(", ", VerbCatalogue.All.Where(v => v.Name.StartsWith($"{name} ", StringComparison.Ordinal)).Select(v => v.Name)));
        parent.Subcommands.Add(child);
        return child;
    }

    private static IEnumerable<string> Path(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? Path(parent).Append(command.Name) : [];
}
