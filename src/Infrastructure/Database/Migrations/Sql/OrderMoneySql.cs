namespace Webox.Infrastructure.Database.Migrations.Sql;

/// <summary>
/// What orders and carts that are already there get in columns that are new: the rate of tax that was the whole order's is each
/// line's, and a cart was last changed when it was opened, and left nothing out. In a migration of its own, after the one that adds the columns: SQLite
/// rebuilds tables only at the end of a migration.
/// </summary>
internal static class OrderMoneySql
{
    public const string Up =
        """
        UPDATE order_lines SET tax_basis_points = (SELECT o.tax_basis_points FROM orders o WHERE o.id = order_lines.order_id);
        UPDATE carts SET updated_at = created_at, left_out = '[]';
        """;
}
