using Microsoft.EntityFrameworkCore;
using Webox.Infrastructure.Database;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Operations;

/// <summary>Each invariant sees the damage it is there for.</summary>
public sealed class MoneyInvariantsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_shop_that_worked_breaks_none(DatabaseKind kind)
    {
        await using var webox = await GivenPaidOrderAsync(kind);

        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    [Theory]
    [InlineData("M1", "UPDATE payment_events SET currency = 'eur'")]
    [InlineData("M1", "UPDATE order_lines SET currency = 'USD'")]
    [InlineData("M2", "UPDATE order_lines SET quantity = quantity + 1")]
    [InlineData("M2", "UPDATE orders SET tax_minor_units = tax_minor_units + 1, total_minor_units = total_minor_units + 1")]
    [InlineData("M3", "UPDATE orders SET paid_minor_units = paid_minor_units + 1")]
    [InlineData("M3", "UPDATE orders SET status = 'AwaitingPayment'")]
    [InlineData("M3", "UPDATE orders SET status = 'Refunded'")]
    [InlineData("M4", "UPDATE orders SET paid_at = NULL")]
    [InlineData("M4", "UPDATE orders SET closure = 'Canceled'")]
    [InlineData("M3", "UPDATE payment_intents SET refunded_minor_units = 1")]
    [InlineData("M3", "UPDATE payment_events SET currency = 'USD'")]
    [InlineData("M5", "UPDATE payment_intents SET request_hash = ''")]
    [InlineData("M5", "UPDATE payment_intents SET amount_minor_units = amount_minor_units + 1")]
    [InlineData("M6", "UPDATE carts SET status = 'Open'")]
    [InlineData("M3", "DELETE FROM payment_events")]
    [InlineData("M7", "UPDATE payment_inbox SET applied_at = NULL")]
    [InlineData("M7", "DELETE FROM payment_inbox_references")]
    [InlineData("M8", "UPDATE products SET stock = stock - 1 WHERE stock IS NOT NULL")]
    [InlineData("M8", "UPDATE orders SET closure = 'Canceled'")]
    [InlineData("M9", "UPDATE payment_intents SET provider_reference = 'other'")]
    [InlineData("M9", "UPDATE payment_intents SET provider = 'Stripe'")]
    [InlineData("R1", "UPDATE payment_intents SET refunds_asked_minor_units = 1")]
    public async Task Damage_is_seen(string invariant, string damage)
    {
        await using var webox = await GivenPaidOrderAsync(DatabaseKind.Sqlite);

        await DamageAsync(webox, "DROP TRIGGER payment_events_no_update; DROP TRIGGER payment_events_no_delete;");
        await DamageAsync(webox, damage);

        Assert.Contains(invariant, (await webox.BrokenInvariantsAsync()).Select(broken => broken[..2]));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_tables_themselves_refuse_what_must_never_be(DatabaseKind kind)
    {
        await using var webox = await GivenPaidOrderAsync(kind);

        foreach (var damage in new[]
        {
            "UPDATE products SET stock = -1 WHERE stock IS NOT NULL",
            "UPDATE products SET price_minor_units = 0",
            "UPDATE orders SET total_minor_units = total_minor_units + 1",
            "UPDATE orders SET refunded_minor_units = paid_minor_units + 1",
            "UPDATE order_lines SET quantity = 0",
            "UPDATE payment_intents SET amount_minor_units = 0",
            "DELETE FROM products",
            "DELETE FROM carts",
            "UPDATE payment_events SET amount_minor_units = 1",
            "DELETE FROM payment_events",
            "DELETE FROM payment_inbox",
            "UPDATE payment_intents SET refunds_asked_minor_units = captured_minor_units + 1",
            "UPDATE order_lines SET returned_quantity = quantity + 1",
        })
        {
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => DamageAsync(webox, damage));
        }

        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    private static async Task<TestWebox> GivenPaidOrderAsync(DatabaseKind kind)
    {
        var webox = await TestWebox.OpenAsync(kind);
        var order = await webox.GivenOrderAsync(null, (await webox.GivenPhysicalAsync(stock: 5), 2), (await webox.GivenProductAsync(), 1));
        await webox.ConfirmAsync(null, await webox.StartPaymentAsync(null, order));
        return webox;
    }

    private static async Task DamageAsync(TestWebox webox, string sql)
    {
        await using var db = (WeboxDbContext)webox.OpenDb();
        await db.Database.ExecuteSqlRawAsync(sql);
    }
}
