using SlrtBot.Host;

#pragma warning disable RS0030 // The one place that knows the terminal; everything else writes to what it is given.
var terminal = new Terminal(System.Console.In, System.Console.Out, System.Console.Error, System.Console.IsInputRedirected);
#pragma warning restore RS0030
return await Launch.RunAsync(args, terminal);

/// <summary>The entry point, public so that tests can start the whole program.</summary>
public partial class Program;
