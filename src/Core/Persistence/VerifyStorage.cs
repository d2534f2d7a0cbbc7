using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Persistence;

/// <summary>
/// What SQLite says of its own file: every page, every index, every foreign key. PostgreSQL watches over its own.
/// </summary>
public sealed class VerifyStorage(SlrtDbContext db, ISlrtDatabase database)
{
    private const string Integrity = "select integrity_check as Value from pragma_integrity_check";
    private const string Pages = "select page_count as Value from pragma_page_count";
    private const string Tables = "select count(*) as Value from sqlite_master where type = 'table'";
    private const string ForeignKeys = "select \"table\" as Value from pragma_foreign_key_check";

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        if (database.Provider != DatabaseProvider.Sqlite)
        {
            return [];
        }

        var damage = await db.Database.SqlQueryRaw<string>(Integrity).Where(line => line != "ok").ToListAsync(cancellationToken);
        var orphans = await db.Database.SqlQueryRaw<string>(ForeignKeys).ToListAsync(cancellationToken);
        return
        [
            new Finding("integrity", damage.Count, damage.FirstOrDefault(), Of: await CountAsync(Pages, cancellationToken)),
            new Finding("foreign_keys", orphans.Count, orphans.FirstOrDefault(), Of: await CountAsync(Tables, cancellationToken)),
        ];
    }
    private async Task<long> CountAsync(string sql, CancellationToken cancellationToken) =>
        (await db.Database.SqlQueryRaw<long>(sql).ToListAsync(cancellationToken))[0];
}
