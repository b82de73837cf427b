using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Webox.Infrastructure.Database;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Database;

/// <summary>A database of the first version keeps its payments when it is brought up to date.</summary>
public sealed class PaymentHistoryTests
{
    private const string Cart =
        "INSERT INTO carts (id, status, currency, version, created_at) VALUES ({0}, 'Ordered', 'EUR', 1, '2026-01-02 03:04:05')";

    private const string Order =
        """
        INSERT INTO orders (id, number, cart_id, status, closure, version, email, billing_address, currency, subtotal_minor_units, discount_minor_units,
            shipping_minor_units, tax_minor_units, total_minor_units, tax_basis_points, paid_minor_units, refunded_minor_units, placed_at, expires_at)
        VALUES ({0}, 'W-1', {1}, 'Paid', 'None', 1, 'a@example.com', '{{}}', 'EUR', 100, 0, 0, 0, 100, 0, 100, 0, '2026-01-02 03:04:05', '2026-01-02 03:04:05')
        """;

    private const string Payment =
        """
        INSERT INTO payment_intents (id, order_id, provider, idempotency_key, idempotency_scope, request_hash, currency, amount_minor_units,
            captured_minor_units, refunded_minor_units, status, provider_reference, created_at)
        VALUES ({0}, {1}, 'Sandbox', 'key', {1}, 'hash', 'EUR', 100, 100, 0, 'Succeeded', 'sandbox_1', '2026-01-02 03:04:05')
        """;

    private const string Message =
        """
        INSERT INTO payment_inbox (provider, event_id, body, provider_reference, provider_object, kind, received_at, applied_at)
        VALUES ('Sandbox', 'evt_1', {0}, 'sandbox_1', 'ch_1', 'Captured', '2026-01-02 03:04:05', '2026-01-02 03:04:05')
        """;

    private const string Event =
        """
        INSERT INTO payment_events (provider, provider_object, kind, payment_id, order_id, amount_minor_units, currency, occurred_at)
        VALUES ('Sandbox', 'ch_1', 'Captured', {0}, {1}, 100, 'EUR', '2026-01-02 03:04:05')
        """;

    [Theory, OnSqlite, OnPostgres]
    public async Task Payments_keep_their_names_and_events_their_messages(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateEmptyAsync(kind);
        await using WeboxDbContext db = kind is DatabaseKind.Sqlite
            ? SqliteMigrationContext.For(database.ConnectionString)
            : PostgresMigrationContext.For(database.ConnectionString);
        await db.GetService<IMigrator>().MigrateAsync("20260101000000_Initial");
        var (payment, order, cart) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await db.Database.ExecuteSqlRawAsync(Cart, cart);
        await db.Database.ExecuteSqlRawAsync(Order, order, cart);
        await db.Database.ExecuteSqlRawAsync(Payment, payment, order);
        await db.Database.ExecuteSqlRawAsync(Message, "{}"u8.ToArray());
        await db.Database.ExecuteSqlRawAsync(Event, payment, order);

        await db.Database.MigrateAsync();

        var references = await db.PaymentReferences.Select(r => r.Reference).Order().ToListAsync();
        Assert.Equal(["sandbox_1", $"webox-{payment:N}"], references);
        Assert.Equal("evt_1", (await db.PaymentEvents.SingleAsync()).MessageId);
        Assert.Equal("sandbox_1", Assert.Single((await db.PaymentInbox.SingleAsync()).References).Reference);
        Assert.Equal("about:blank", (await db.Payments.SingleAsync()).ReturnUrl.ToString());
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlRawAsync("DELETE FROM payment_events"));
    }
}
