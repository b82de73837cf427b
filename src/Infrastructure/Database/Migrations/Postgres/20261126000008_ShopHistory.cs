using Microsoft.EntityFrameworkCore.Migrations;
using Webox.Infrastructure.Database.Migrations.Sql;

#nullable disable

namespace Webox.Infrastructure.Database.Migrations.Postgres
{
    /// <inheritdoc />
    internal partial class ShopHistory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(OrderMoneySql.Up);
            migrationBuilder.Sql(InvoiceSql.PostgresUp);
            migrationBuilder.Sql(ProductSearchSql.PostgresUp);
            migrationBuilder.Sql(ActivitySql.PostgresUp);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(ActivitySql.PostgresDown);
            migrationBuilder.Sql(ProductSearchSql.PostgresDown);
            migrationBuilder.Sql(InvoiceSql.PostgresDown);
        }
    }
}
