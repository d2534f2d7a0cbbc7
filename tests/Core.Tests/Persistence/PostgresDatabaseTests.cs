using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Persistence;

public sealed class PostgresDatabaseTests
{
    [Theory]
    [OnPostgres("on", null!)]
    [OnPostgres("off", "synchronous_commit = off")]
    public async Task A_server_that_answers_before_it_has_written_is_refused(DatabaseProvider provider, string setting, string? named)
    {
        // Arrange: as an operator sets it, for the database.
        await using var database = await TestDatabase.CreateAsync(provider);
        var source = database.Services.GetRequiredService<NpgsqlDataSource>();
        var name = new NpgsqlConnectionStringBuilder(source.ConnectionString).Database;
        await database.Gate.ExecuteAsync(g => g.ExecuteAsync($"alter database {name} set synchronous_commit = {setting}"), default);
        source.Clear();

        // Act
        var refused = Record.Exception(database.Services.GetRequiredService<ISlrtDatabase>().AssertSafe);

        // Assert
        Assert.Equal(named is not null, refused is StorageUnavailableException);
        Assert.Contains(named ?? "", refused?.Message ?? "", StringComparison.Ordinal);
    }
}
