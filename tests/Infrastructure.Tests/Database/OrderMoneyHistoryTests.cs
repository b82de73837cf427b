using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Webox.Infrastructure.Database;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Database;

/// <summary>Orders from before each line had a rate of its own keep theirs when their database is brought up to date.</summary>
public sealed class OrderMoneyHistoryTests
{
    private const string Shelf =
        """
        INSERT INTO categories (slug, name) VALUES ('outils', 'Outils');
        INSERT INTO products (id, slug, name, kind, category_slug, currency, price_minor_units, sold_quantity, credits_granted, is_for_sale, search_text, sort_name, created_at)
        VALUES ({0}, 'p', 'P', 'Digital', 'outils', 'EUR', 100, 1, 0, {1}, 'p', 'p', '2026-01-02 03:04:05')
        """;

    private const string Cart = "INSERT INTO carts (id, status, currency, version, created_at) VALUES ({0}, 'Ordered', 'EUR', 1, '2026-01-02 03:04:05')";

    private const string Order =
        """
        INSERT INTO orders (id, number, cart_id, status, closure, version, email, billing_address, currency, subtotal_minor_units, discount_minor_units,
            shipping_minor_units, tax_minor_units, total_minor_units, tax_basis_points, paid_minor_units, refunded_minor_units, placed_at, expires_at)
        VALUES ({0}, 'W-1', {1}, 'AwaitingPayment', 'None', 1, 'a@example.com', '{{}}', 'EUR', 100, 0, 0, 21, 121, 2100, 0, 0, '2026-01-02 03:04:05', '2026-01-02 03:04:05')
        """;

    private const string Line =
        """
        INSERT INTO order_lines (id, order_id, position, product_id, name, kind, quantity, currency, unit_price_minor_units, credits_granted)
        VALUES ({0}, {1}, 1, {2}, 'P', 'Digital', 1, 'EUR', 100, 0)
        """;

    [Theory, OnSqlite, OnPostgres]
    public async Task A_line_has_the_rate_of_its_order_and_a_cart_changed_when_it_was_opened(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateEmptyAsync(kind);
        await using WeboxDbContext db = kind is DatabaseKind.Sqlite
            ? SqliteMigrationContext.For(database.ConnectionString)
            : PostgresMigrationContext.For(database.ConnectionString);
        await db.GetService<IMigrator>().MigrateAsync("20260101000000_Initial");
        var (product, cart, order) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await db.Database.ExecuteSqlRawAsync(Shelf, product, true);
        await db.Database.ExecuteSqlRawAsync(Cart, cart);
        await db.Database.ExecuteSqlRawAsync(Order, order, cart);
        await db.Database.ExecuteSqlRawAsync(Line, Guid.CreateVersion7(), order, product);

        await db.Database.MigrateAsync();

        var stored = await db.Orders.AsNoTracking().SingleAsync();
        Assert.Equal([(2100, 0L, 0L)], stored.Lines.Select(line => (line.TaxBasisPoints, line.DiscountMinorUnits, line.ShippingMinorUnits)));
        Assert.Equal((21L, 121L, false), (stored.TaxLines.Single().Tax.MinorUnits, stored.LineCosts.Values.Single(), stored.PricesIncludeTax));
        var opened = await db.Carts.AsNoTracking().SingleAsync();
        Assert.Equal(opened.CreatedAt, opened.UpdatedAt);
    }
}
