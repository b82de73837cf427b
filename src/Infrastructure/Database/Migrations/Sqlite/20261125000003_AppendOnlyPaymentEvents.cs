using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Webox.Infrastructure.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    internal partial class AppendOnlyPaymentEvents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(AppendOnlySql.SqliteUp("payment_events"));

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(AppendOnlySql.SqliteDown("payment_events"));
    }
}
