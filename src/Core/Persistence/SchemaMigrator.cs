using Microsoft.EntityFrameworkCore;

namespace SlrtBot.Core.Persistence;

/// <summary>Brings the database to this version's schema, before anything else opens it.</summary>
public sealed class SchemaMigrator(ISlrtDatabase database)
{
    /// <exception cref="Kernel.OptionsException">The database was made before release 0.2.0.</exception>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var context = database.NewMigrationContext();
        await RefuseOlderAsync(context, cancellationToken);
        if (database.Provider == DatabaseProvider.Sqlite)
        {
            await ForgetBrokenLockAsync(context, cancellationToken);
        }

        await context.Database.MigrateAsync(cancellationToken);
    }

    /// <summary>For whoever only reads: whether nothing has to be brought up to date first.</summary>
    /// <inheritdoc cref="MigrateAsync" path="/exception"/>
    public async Task<bool> IsCurrentAsync(CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        await RefuseOlderAsync(context, cancellationToken);
        return !(await context.Database.GetPendingMigrationsAsync(cancellationToken)).Any();
    }

    private static async Task RefuseOlderAsync(SlrtDbContext context, CancellationToken cancellationToken) =>
        SchemaOfBefore.Refuse(await context.Database.GetAppliedMigrationsAsync(cancellationToken), "ConnectionStrings__Slrt", "the database");

    /// <summary>
    /// A kill in the middle of a migration leaves EF's lock row behind, and every later start would wait for it. We
    /// hold the data directory's own lock here, so nobody else can be migrating.
    /// </summary>
    private static async Task ForgetBrokenLockAsync(SlrtDbContext context, CancellationToken cancellationToken)
    {
        var locks = await context.Database
            .SqlQuery<int>($"select count(*) as Value from sqlite_master where name = '__EFMigrationsLock'")
            .SingleAsync(cancellationToken);
        if (locks > 0)
        {
            await context.Database.ExecuteSqlAsync($"delete from \"__EFMigrationsLock\"", cancellationToken);
        }
    }
}
