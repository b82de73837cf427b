using Microsoft.EntityFrameworkCore.Migrations;
using Webox.Infrastructure.Database.Migrations.Sql;

#nullable disable

namespace Webox.Infrastructure.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    internal partial class ShopHistory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(OrderMoneySql.Up);
            migrationBuilder.Sql(InvoiceSql.SqliteUp);
            migrationBuilder.Sql(ProductSearchSql.SqliteUp);
            migrationBuilder.Sql(ActivitySql.SqliteUp);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(ActivitySql.SqliteDown);
            migrationBuilder.Sql(ProductSearchSql.SqliteDown);
            migrationBuilder.Sql(InvoiceSql.SqliteDown);
        }
    }
}
