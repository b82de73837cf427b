using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Webox.Infrastructure.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    internal partial class TakeTurns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_generations_queue",
                table: "generations");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_generations_queue",
                table: "generations",
                columns: new[] { "priority", "run_at", "id" },
                filter: "status = 'Queued'");
        }
    }
}
