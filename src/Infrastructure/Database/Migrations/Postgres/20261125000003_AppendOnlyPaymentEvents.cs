using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Webox.Infrastructure.Database.Migrations.Postgres
{
    /// <inheritdoc />
    internal partial class AppendOnlyPaymentEvents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(AppendOnlySql.PostgresFunctionUp + AppendOnlySql.PostgresUp("payment_events"));

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(AppendOnlySql.PostgresDown("payment_events") + AppendOnlySql.PostgresFunctionDown);
    }
}
