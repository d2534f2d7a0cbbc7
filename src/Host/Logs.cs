namespace SlrtBot.Host;

/// <summary>
/// JSON lines for machines, single lines for people in Development. What goes in holds ids, never personal words;
/// the framework's own talk about requests and queries is kept out.
/// </summary>
internal static class Logs
{
    /// <param name="hasStarted">False until all doors are open.</param>
    public static ILoggingBuilder AddOurLogging(this ILoggingBuilder logging, IHostEnvironment environment, Func<bool> hasStarted)
    {
        logging.ClearProviders();
        logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("System", LogLevel.Warning).AddFilter("Quartz", LogLevel.Warning);
        // Its scope would put the path, and so the token of a set-up link, beside every line; RequestScope takes its place.
        logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        // The keys of cookies lie in a directory that only the program's user may read (README, "Data").
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        // A failure to start is told by StartFailure; what fails later is told here.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => level >= LogLevel.Warning && hasStarted());
        return environment.IsDevelopment()
            ? logging.AddSimpleConsole(console => console.SingleLine = true)
            : logging.AddJsonConsole(console =>
            {
                console.IncludeScopes = true;
                console.UseUtcTimestamp = true;
                console.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
            });
    }
}
