using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>Whom complaints concern, and which of them turned out to be one.</summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("20261205_0310_Persons")]
public sealed class PersonTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<Guid>("person_id", "complaint", nullable: true);
        migrationBuilder.CreateIndex("ix_complaint_person_id_id", "complaint", ["person_id", "id"], filter: "person_id is not null");
        migrationBuilder.CreateTable(
            name: "person",
            columns: t => new
            {
                id = t.Column<Guid>(nullable: false),
                name = t.Column<byte[]>(nullable: true),
                national_id = t.Column<byte[]>(nullable: true),
                national_id_index = t.Column<byte[]>(nullable: true),
                phone = t.Column<byte[]>(nullable: true),
                phone_index = t.Column<byte[]>(nullable: true),
                born_on = t.Column<byte[]>(nullable: true),
                village_code = t.Column<string>(nullable: false),
                made_at = t.Column<DateTime>(nullable: false),
                merged_into = t.Column<Guid>(nullable: true),
                erased_at = t.Column<DateTime>(nullable: true),
                version = t.Column<int>(nullable: false),
            },
            constraints: t => t.PrimaryKey("pk_person", x => x.id));
        migrationBuilder.CreateIndex("ix_person_national_id_index_id", "person", ["national_id_index", "id"], filter: "national_id_index is not null");
        migrationBuilder.CreateIndex("ix_person_phone_index_id", "person", ["phone_index", "id"], filter: "phone_index is not null");
        migrationBuilder.CreateIndex("ix_person_merged_into", "person", "merged_into", filter: "merged_into is not null");

        migrationBuilder.CreateTable(
            name: "person_word",
            columns: t => new
            {
                village_code = t.Column<string>(nullable: false),
                word = t.Column<byte[]>(nullable: false),
                person_id = t.Column<Guid>(nullable: false),
            },
            constraints: t => t.PrimaryKey("pk_person_word", x => new { x.village_code, x.word, x.person_id }));
        migrationBuilder.CreateIndex("ix_person_word_person_id", "person_word", "person_id");

        migrationBuilder.CreateTable(
            name: "person_merge",
            columns: t => new
            {
                id = t.Column<Guid>(nullable: false),
                kept_id = t.Column<Guid>(nullable: false),
                dropped_id = t.Column<Guid>(nullable: false),
                at = t.Column<DateTime>(nullable: false),
                decided_by = t.Column<Guid>(nullable: false),
                reason = t.Column<string>(nullable: false),
                complaints = t.Column<string>(nullable: false),
                undoes = t.Column<Guid>(nullable: true),
            },
            constraints: t => t.PrimaryKey("pk_person_merge", x => x.id));
        migrationBuilder.CreateIndex("ix_person_merge_kept_id_id", "person_merge", ["kept_id", "id"]);
        migrationBuilder.CreateIndex("ix_person_merge_dropped_id_id", "person_merge", ["dropped_id", "id"]);
        migrationBuilder.CreateIndex("ix_person_merge_undoes", "person_merge", "undoes", unique: true, filter: "undoes is not null");
        AppendOnly.Protect(migrationBuilder, "person_merge");
    }
}
