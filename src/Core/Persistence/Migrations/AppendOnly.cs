using Microsoft.EntityFrameworkCore.Migrations;

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>A table that may be written once and never again, whoever holds the connection.</summary>
internal static class AppendOnly
{
    public static void Protect(MigrationBuilder migrationBuilder, string table)
    {
        if (migrationBuilder.ActiveProvider == "Microsoft.EntityFrameworkCore.Sqlite")
        {
            migrationBuilder.Sql($"create trigger {table}_no_update before update on {table} begin select raise(abort, 'append only'); end");
            migrationBuilder.Sql($"create trigger {table}_no_delete before delete on {table} begin select raise(abort, 'append only'); end");
            return;
        }

        migrationBuilder.Sql(
            $"create function {table}_append_only() returns trigger language plpgsql as $$ begin raise exception 'append only'; end $$");
        migrationBuilder.Sql(
            $"create trigger {table}_append_only before update or delete or truncate on {table} execute function {table}_append_only()");
    }
}
