using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>Lists on their way in, the poverty data that they bring, and what was found there.</summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("20261206_0100_Registry")]
public sealed class RegistryTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "import_run",
            columns: t => new
            {
                id = t.Column<Guid>(nullable: false),
                kind = t.Column<string>(nullable: false),
                regency_code = t.Column<string>(nullable: false),
                file_name = t.Column<byte[]>(nullable: false),
                format = t.Column<string>(nullable: false),
                size = t.Column<long>(nullable: false),
                content_index = t.Column<byte[]>(nullable: false),
                state = t.Column<string>(nullable: false),
                failure = t.Column<string>(nullable: true),
                header_row = t.Column<int>(nullable: false),
                rows = t.Column<int>(nullable: false),
                wrong = t.Column<int>(nullable: false),
                position = t.Column<int>(nullable: false),
                stored_rows = t.Column<int>(nullable: false),
                started_by = t.Column<Guid>(nullable: false),
                started_at = t.Column<DateTime>(nullable: false),
                changed_at = t.Column<DateTime>(nullable: false),
                stored_at = t.Column<DateTime>(nullable: true),
                columns = t.Column<string>(nullable: false),
                terms = t.Column<string>(nullable: false),
                reason = t.Column<byte[]>(nullable: true),
                version = t.Column<int>(nullable: false),
            },
            constraints: t => t.PrimaryKey("pk_import_run", x => x.id));
        migrationBuilder.CreateIndex("ix_import_run_kind_regency_code_id", "import_run", ["kind", "regency_code", "id"]);
        migrationBuilder.CreateIndex("ix_import_run_content_index_id", "import_run", ["content_index", "id"]);
        migrationBuilder.CreateIndex("ix_import_run_running", "import_run", "id", filter: "state in ('checking', 'storing', 'taking_back')");

        migrationBuilder.CreateTable(
            name: "registry_snapshot",
            columns: t => new
            {
                id = t.Column<Guid>(nullable: false),
                source = t.Column<string>(nullable: false),
                as_of = t.Column<DateOnly>(nullable: false),
                regency_code = t.Column<string>(nullable: false),
                rows = t.Column<int>(nullable: false),
                stored_at = t.Column<DateTime>(nullable: false),
                withdrawn_at = t.Column<DateTime>(nullable: true),
                version = t.Column<int>(nullable: false),
            },
            constraints: t => t.PrimaryKey("pk_registry_snapshot", x => x.id));
        migrationBuilder.CreateIndex("ix_registry_snapshot_regency_code_source_as_of", "registry_snapshot", ["regency_code", "source", "as_of"]);

        migrationBuilder.CreateTable(
            name: "registry_entry",
            columns: t => new
            {
                id = t.Column<Guid>(nullable: false),
                snapshot_id = t.Column<Guid>(nullable: false),
                area_code = t.Column<string>(nullable: false),
                decile = t.Column<int>(nullable: true),
                national_id_index = t.Column<byte[]>(nullable: true),
                family_card_index = t.Column<byte[]>(nullable: true),
                birth_index = t.Column<byte[]>(nullable: true),
                name_index = t.Column<byte[]>(nullable: true),
                record = t.Column<byte[]>(nullable: false),
            },
            constraints: t => t.PrimaryKey("pk_registry_entry", x => x.id));
        foreach (var key in (string[])["national_id_index", "family_card_index", "birth_index", "name_index"])
        {
            migrationBuilder.CreateIndex($"ix_registry_entry_{key}_snapshot_id", "registry_entry", [key, "snapshot_id"], filter: $"{key} is not null");
        }

        migrationBuilder.CreateTable(
            name: "registry_check",
            columns: t => new
            {
                id = t.Column<Guid>(nullable: false),
                complaint_id = t.Column<Guid>(nullable: false),
                outcome = t.Column<string>(nullable: false),
                snapshot_id = t.Column<Guid>(nullable: true),
                entry_id = t.Column<Guid>(nullable: true),
                as_of = t.Column<DateOnly>(nullable: true),
                source = t.Column<string>(nullable: true),
                made_by = t.Column<Guid>(nullable: true),
                made_at = t.Column<DateTime>(nullable: false),
            },
            constraints: t => t.PrimaryKey("pk_registry_check", x => x.id));
        migrationBuilder.CreateIndex("ix_registry_check_complaint_id_id", "registry_check", ["complaint_id", "id"]);
        migrationBuilder.CreateIndex("ix_registry_check_snapshot_id", "registry_check", "snapshot_id", filter: "snapshot_id is not null");

        migrationBuilder.CreateTable(
            name: "pair_decision",
            columns: t => new
            {
                id = t.Column<Guid>(nullable: false),
                complaint_id = t.Column<Guid>(nullable: false),
                whom = t.Column<byte[]>(nullable: false),
                verdict = t.Column<string>(nullable: false),
                words = t.Column<byte[]>(nullable: false),
                decided_by = t.Column<Guid>(nullable: false),
                decided_at = t.Column<DateTime>(nullable: false),
            },
            constraints: t => t.PrimaryKey("pk_pair_decision", x => x.id));
        migrationBuilder.CreateIndex("ix_pair_decision_complaint_id_id", "pair_decision", ["complaint_id", "id"]);
    }
}
