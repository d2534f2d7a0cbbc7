using System.Reflection;
using SlrtBot.Core.Persistence;
using Xunit.Sdk;

namespace SlrtBot.TestKit;

/// <summary>Runs a theory on SQLite; its first argument is the provider.</summary>
public sealed class OnSqliteAttribute(params object[] data) : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[DatabaseProvider.Sqlite, .. data]];
}

/// <summary>
/// Runs a theory on PostgreSQL where <c>SLRT_TEST_POSTGRES</c> holds a connection string of a server on which it may
/// create databases; a visible skip otherwise.
/// </summary>
public sealed class OnPostgresAttribute : DataAttribute
{
    public const string Variable = "SLRT_TEST_POSTGRES";

    private readonly object[] _data;

    public OnPostgresAttribute(params object[] data)
    {
        _data = data;
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable)))
        {
            Skip = $"{Variable} is not set";
        }
    }

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[DatabaseProvider.Postgres, .. _data]];
}
