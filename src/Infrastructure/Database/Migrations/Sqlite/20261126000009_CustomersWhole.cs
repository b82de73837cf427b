using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Webox.Infrastructure.Database.Migrations.Sql;

#nullable disable

namespace Webox.Infrastructure.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    internal partial class CustomersWhole : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "deleted_at",
                table: "customers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "erased_at",
                table: "customers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "search_text",
                table: "customers",
                type: "TEXT",
                maxLength: 1000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "access_revocations",
                columns: table => new
                {
                    customer_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    issued_until = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_access_revocations", x => x.customer_id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_customers_deleted_at",
                table: "customers",
                column: "deleted_at",
                filter: "deleted_at IS NOT NULL AND erased_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_customers_role",
                table: "customers",
                column: "role",
                filter: "role = 'Admin'");

            migrationBuilder.CreateIndex(
                name: "ix_access_revocations_issued_until",
                table: "access_revocations",
                column: "issued_until");
            migrationBuilder.Sql(CustomerSearchSql.Up);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "access_revocations");

            migrationBuilder.DropIndex(
                name: "ix_customers_deleted_at",
                table: "customers");

            migrationBuilder.DropIndex(
                name: "ix_customers_role",
                table: "customers");

            migrationBuilder.DropColumn(
                name: "deleted_at",
                table: "customers");

            migrationBuilder.DropColumn(
                name: "erased_at",
                table: "customers");

            migrationBuilder.DropColumn(
                name: "search_text",
                table: "customers");
        }
    }
}
