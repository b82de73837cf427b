using Microsoft.EntityFrameworkCore;
using Webox.Application.Orders;
using Webox.Application.Tests.Invoices;
using Webox.Domain;
using Webox.Domain.Customers;
using Webox.Domain.Orders;
using Webox.Domain.Payments;
using Webox.TestSupport;

namespace Webox.Application.Tests.Orders;

public sealed class FulfillOrderTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_paid_order_is_fulfilled_once_and_staff_is_on_record(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var staff = await webox.GivenCustomerAsync("staff@example.com", Role.Support);
        var (order, _) = await IssueInvoicesTests.GivenPaidAsync(webox, null, (await webox.GivenPhysicalAsync(stock: 3), 1));

        await FulfillAsync(webox, staff, order, "  6A1234  ");
        await FulfillAsync(webox, staff, order, "other");

        var stored = await webox.ReloadAsync(order);
        Assert.Equal((OrderStatus.Fulfilled, "6A1234", webox.Clock.GetUtcNow()), (stored.Status, stored.TrackingNumber, stored.FulfilledAt));
        await using var db = webox.OpenDb();
        var entry = await db.AuditEntries.SingleAsync();
        Assert.Equal(("order.fulfilled", order.Number, staff.Id, "6A1234"), (entry.Action, entry.Subject, entry.ActorId, entry.Detail));
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_fulfilled_order_can_be_refunded(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var (order, payment) = await IssueInvoicesTests.GivenPaidAsync(webox, null, (await webox.GivenPhysicalAsync(stock: 3), 2));
        await FulfillAsync(webox, null, order, null);

        await IssueInvoicesTests.RefundAsync(webox, payment, "one", null, null, new RefundLine(order.Lines.Single().Id, 1));
        Assert.Equal(OrderStatus.PartiallyRefunded, (await webox.ReloadAsync(order)).Status);

        await IssueInvoicesTests.RefundAsync(webox, payment, "rest", null, null);
        Assert.Equal(OrderStatus.Refunded, (await webox.ReloadAsync(order)).Status);
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_unpaid_order_cannot_be_fulfilled_and_nothing_is_written(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var order = await webox.GivenOrderAsync(null, (await webox.GivenPhysicalAsync(stock: 3), 1));

        Assert.Equal(
            OrderStatus.AwaitingPayment, (await Assert.ThrowsAsync<OrderNotFulfillableException>(() => FulfillAsync(webox, null, order, null))).Status);
        await Assert.ThrowsAsync<InvalidLabelException>(() => FulfillAsync(webox, null, order, new string('1', 101)));

        await using var db = webox.OpenDb();
        Assert.Equal((0, (DateTimeOffset?)null), (await db.AuditEntries.CountAsync(), (await db.Orders.SingleAsync()).FulfilledAt));
    }

    private static Task<Order> FulfillAsync(TestWebox webox, Customer? staff, Order order, string? tracking) =>
        webox.RunAsync<FulfillOrder, Order>(staff, fulfill => fulfill.ExecuteAsync(order.Id, tracking, default));
}
