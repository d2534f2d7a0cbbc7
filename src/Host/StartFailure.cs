using System.Net.Sockets;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Npgsql;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Host;

/// <summary>
/// What an operator can mend is told in one line that names the setting and the fix. Anything else is a defect and
/// keeps its stack trace.
/// </summary>
internal static partial class StartFailure
{
    /// <returns>Null for a defect.</returns>
    public static string? Describe(Exception failure) => failure switch
    {
        OptionsException or FieldKeyException or StorageUnavailableException => failure.Message,
        OptionsValidationException invalid => string.Join("; ", invalid.Failures),
        IOException { InnerException: AddressInUseException } or AddressInUseException =>
            $"ASPNETCORE_URLS: {failure.Message.TrimEnd('.')}: stop the other program, or name another address.",
        SocketException { SocketErrorCode: SocketError.AccessDenied } =>
            "ASPNETCORE_URLS: this user may not listen there: name a port above 1023, and let a proxy have 80 and 443.",
        SocketException { SocketErrorCode: SocketError.AddressNotAvailable } =>
            "ASPNETCORE_URLS: this machine has no such address: use for example http://127.0.0.1:5080.",
        FormatException { TargetSite.DeclaringType: var type } when type == typeof(BindingAddress) =>
            $"ASPNETCORE_URLS: {failure.Message.TrimEnd('.')}: write it like http://127.0.0.1:5080.",
        SqliteException sqlite => $"ConnectionStrings__Slrt: SQLite cannot use the database file ({sqlite.Message.TrimEnd('.')}).",
        PostgresException postgres => $"ConnectionStrings__Slrt: PostgreSQL refused ({postgres.MessageText}).",
        NpgsqlException => "ConnectionStrings__Slrt: the PostgreSQL server does not answer: check host, port and that it runs.",
        UnauthorizedAccessException => $"Data__Directory: {failure.Message.TrimEnd('.')}: give it to the user who runs the program.",
        FormatException { TargetSite.DeclaringType.Namespace: "Microsoft.Extensions.Configuration.CommandLine" } => failure.Message,
        InvalidOperationException when NotConvertible().Match(failure.Message) is { Success: true } value =>
            $"{value.Groups["key"].Value.Replace(":", "__", StringComparison.Ordinal)}: '{value.Groups["value"].Value}' is not {Kind(value.Groups["type"].Value)}: mend it, or leave it out.",
        AggregateException { InnerExceptions: [var only] } => Describe(only),
        { InnerException: { } inner } when failure is InvalidOperationException or TypeInitializationException => Describe(inner),
        _ => null,
    };

    /// <summary>How the framework tells that a setting is not of its type; it has no other way.</summary>
    [GeneratedRegex("^Failed to convert configuration value '(?<value>.*)' at '(?<key>[^']+)' to type '(?<type>[^']+)'", RegexOptions.Singleline)]
    private static partial Regex NotConvertible();

    private static string Kind(string type) => type switch
    {
        "System.Boolean" => "true or false",
        "System.Int32" or "System.Int64" => "a whole number",
        _ => $"a {type.Split('.')[^1]}",
    };
}
