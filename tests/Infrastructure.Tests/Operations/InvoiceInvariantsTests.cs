using Microsoft.EntityFrameworkCore;
using Webox.Domain.Orders;
using Webox.Infrastructure.Database;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Operations;

/// <summary>Each invariant of promo codes, invoices and licences sees the damage it is there for.</summary>
public sealed class InvoiceInvariantsTests
{
    private const string Unprotect =
        "DROP TRIGGER invoices_no_update; DROP TRIGGER invoices_no_delete; DROP TRIGGER invoice_documents_no_update; DROP TRIGGER invoice_documents_no_delete;";

    [Theory, OnSqlite, OnPostgres]
    public async Task A_shop_that_worked_breaks_none(DatabaseKind kind)
    {
        await using var webox = await GivenPaidOrderAsync(kind);

        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    [Theory]
    [InlineData("P1", "UPDATE promo_codes SET use_count = 2")]
    [InlineData("P1", "UPDATE orders SET closure = 'Canceled'")]
    [InlineData("M2", "UPDATE order_lines SET discount_minor_units = discount_minor_units - 1")]
    [InlineData("M2", "UPDATE order_lines SET tax_basis_points = 550")]
    [InlineData("M2", "UPDATE order_lines SET shipping_minor_units = 1")]
    [InlineData("F1", "UPDATE invoices SET total_minor_units = total_minor_units + 1")]
    [InlineData("F1", "UPDATE orders SET paid_at = NULL")]
    [InlineData("F2", "UPDATE invoices SET sequence = 2")]
    [InlineData("F2", "UPDATE invoice_counters SET last = 2")]
    [InlineData("F3", "UPDATE invoice_documents SET content = zeroblob(3)")]
    [InlineData("F3", "DELETE FROM invoice_documents")]
    [InlineData("F4", "UPDATE order_lines SET kind = 'CreditPack'")]
    [InlineData("F4", "UPDATE orders SET status = 'Refunded'")]
    public async Task Damage_is_seen(string invariant, string damage)
    {
        await using var webox = await GivenPaidOrderAsync(DatabaseKind.Sqlite);

        await DamageAsync(webox, Unprotect);
        await DamageAsync(webox, damage);

        Assert.Contains(invariant, (await webox.BrokenInvariantsAsync()).Select(broken => broken[..2]));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_tables_themselves_refuse_what_must_never_be(DatabaseKind kind)
    {
        await using var webox = await GivenPaidOrderAsync(kind);

        foreach (var damage in new[]
        {
            "UPDATE promo_codes SET use_count = -1",
            "UPDATE promo_codes SET use_count = uses_max + 1",
            "UPDATE promo_codes SET value = 101",
            "DELETE FROM promo_codes",
            "UPDATE invoices SET sequence = 7",
            "DELETE FROM invoices",
            "UPDATE invoice_documents SET content = content",
            "UPDATE licenses SET seats = 0",
            "UPDATE orders SET discount_minor_units = 0, promo_code = NULL",
            "UPDATE order_lines SET discount_minor_units = unit_price_minor_units * quantity + 1",
        })
        {
            await Assert.ThrowsAnyAsync<Exception>(() => DamageAsync(webox, damage));
        }

        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    private static async Task<TestWebox> GivenPaidOrderAsync(DatabaseKind kind)
    {
        var webox = await TestWebox.OpenAsync(kind);
        await webox.GivenPromoCodeAsync("TEN", usesMax: 5);
        var cart = await webox.GivenCartAsync(null, (await webox.GivenProductAsync(), 2));
        Order order = await webox.PlaceAsync(null, await webox.ApplyPromoCodeAsync(null, cart, "TEN"));
        await webox.ConfirmAsync(null, await webox.StartPaymentAsync(null, order));
        return webox;
    }

    private static async Task DamageAsync(TestWebox webox, string sql)
    {
        await using var db = (WeboxDbContext)webox.OpenDb();
        await db.Database.ExecuteSqlRawAsync(sql);
    }
}
