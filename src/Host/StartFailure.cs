using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Npgsql;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Host;

/// <summary>
/// What an operator can mend is told in one line that names the setting and the fix. Anything else is a defect and
/// keeps its stack trace.
/// </summary>
internal static class StartFailure
{
    /// <returns>Null for a defect.</returns>
    public static string? Describe(Exception failure) => failure switch
    {
        OptionsException or FieldKeyException or StorageUnavailableException => failure.Message,
        OptionsValidationException invalid => string.Join("; ", invalid.Failures),
        IOException { InnerException: AddressInUseException } or AddressInUseException =>
            $"ASPNETCORE_URLS: {failure.Message.TrimEnd('.')}: stop the other program, or name another address.",
        SqliteException sqlite => $"ConnectionStrings__Slrt: SQLite cannot use the database file ({sqlite.Message.TrimEnd('.')}).",
        PostgresException postgres => $"ConnectionStrings__Slrt: PostgreSQL refused ({postgres.MessageText}).",
        NpgsqlException => "ConnectionStrings__Slrt: the PostgreSQL server does not answer: check host, port and that it runs.",
        UnauthorizedAccessException => $"Data__Directory: {failure.Message.TrimEnd('.')}: give it to the user who runs the program.",
        FormatException { TargetSite.DeclaringType.Namespace: "Microsoft.Extensions.Configuration.CommandLine" } => failure.Message,
        AggregateException { InnerExceptions: [var only] } => Describe(only),
        { InnerException: { } inner } when failure is InvalidOperationException or TypeInitializationException => Describe(inner),
        _ => null,
    };
}
