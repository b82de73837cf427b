using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Webox.Infrastructure.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    internal partial class Jobs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_generations_credits",
                table: "generations");

            migrationBuilder.AddColumn<bool>(
                name: "cached",
                table: "generations",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "cost_micros",
                table: "generations",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "cost_micros_max",
                table: "generations",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<DateTime>(
                name: "deleted_at",
                table: "generations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "fallback_reason",
                table: "generations",
                type: "TEXT",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "fallbacks",
                table: "generations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "favorite",
                table: "generations",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "rates",
                table: "generations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "monthly_limit",
                table: "credit_accounts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "provider_call_slots",
                columns: table => new
                {
                    provider = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    called_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_provider_call_slots", x => new { x.provider, x.number });
                });

            migrationBuilder.CreateTable(
                name: "provider_pauses",
                columns: table => new
                {
                    provider = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    until = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_provider_pauses", x => x.provider);
                });

            migrationBuilder.CreateTable(
                name: "provider_spend",
                columns: table => new
                {
                    provider = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    micros = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_provider_spend", x => new { x.provider, x.day, x.currency });
                    table.CheckConstraint("ck_provider_spend_micros", "micros >= 0");
                });

            migrationBuilder.CreateIndex(
                name: "ix_generations_customer_id_request_hash",
                table: "generations",
                columns: new[] { "customer_id", "request_hash" });

            migrationBuilder.CreateIndex(
                name: "ix_generations_next",
                table: "generations",
                columns: new[] { "customer_id", "priority", "run_at", "id" },
                filter: "status = 'Queued'");

            migrationBuilder.AddCheckConstraint(
                name: "ck_generations_cost",
                table: "generations",
                sql: "cost_micros >= 0 AND cost_micros_max >= 0");

            migrationBuilder.AddCheckConstraint(
                name: "ck_generations_credits",
                table: "generations",
                sql: "(credits_held > 0 OR cached) AND (credits IS NULL OR credits BETWEEN 0 AND credits_held)");

            migrationBuilder.AddCheckConstraint(
                name: "ck_credit_accounts_monthly_limit",
                table: "credit_accounts",
                sql: "monthly_limit >= 0");

            migrationBuilder.CreateIndex(
                name: "ix_provider_call_slots_provider_called_at",
                table: "provider_call_slots",
                columns: new[] { "provider", "called_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "provider_call_slots");

            migrationBuilder.DropTable(
                name: "provider_pauses");

            migrationBuilder.DropTable(
                name: "provider_spend");

            migrationBuilder.DropIndex(
                name: "ix_generations_customer_id_request_hash",
                table: "generations");

            migrationBuilder.DropIndex(
                name: "ix_generations_next",
                table: "generations");

            migrationBuilder.DropCheckConstraint(
                name: "ck_generations_cost",
                table: "generations");

            migrationBuilder.DropCheckConstraint(
                name: "ck_generations_credits",
                table: "generations");

            migrationBuilder.DropCheckConstraint(
                name: "ck_credit_accounts_monthly_limit",
                table: "credit_accounts");

            migrationBuilder.DropColumn(
                name: "cached",
                table: "generations");

            migrationBuilder.DropColumn(
                name: "cost_micros",
                table: "generations");

            migrationBuilder.DropColumn(
                name: "cost_micros_max",
                table: "generations");

            migrationBuilder.DropColumn(
                name: "deleted_at",
                table: "generations");

            migrationBuilder.DropColumn(
                name: "fallback_reason",
                table: "generations");

            migrationBuilder.DropColumn(
                name: "fallbacks",
                table: "generations");

            migrationBuilder.DropColumn(
                name: "favorite",
                table: "generations");

            migrationBuilder.DropColumn(
                name: "rates",
                table: "generations");

            migrationBuilder.DropColumn(
                name: "monthly_limit",
                table: "credit_accounts");

            migrationBuilder.AddCheckConstraint(
                name: "ck_generations_credits",
                table: "generations",
                sql: "credits_held > 0 AND (credits IS NULL OR credits BETWEEN 0 AND credits_held)");
        }
    }
}
