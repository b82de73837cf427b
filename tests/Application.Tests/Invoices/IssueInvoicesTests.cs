using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Webox.Application.Invoices;
using Webox.Application.Payments;
using Webox.Application.Tests.Payments;
using Webox.Domain.Customers;
using Webox.Domain.Invoices;
using Webox.Domain.Orders;
using Webox.Domain.Payments;
using Webox.TestSupport;

namespace Webox.Application.Tests.Invoices;

public sealed class IssueInvoicesTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task An_order_has_its_invoice_when_it_is_paid_and_not_before(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var order = await webox.GivenOrderAsync(null, (await webox.GivenProductAsync(4999), 2), (await webox.GivenProductAsync(7999), 1));
        var payment = await webox.StartPaymentAsync(null, order);
        Assert.Empty(await InvoicesOfAsync(webox, order));

        await webox.ConfirmAsync(null, payment);
        await webox.ConfirmAsync(null, payment);

        var invoice = Assert.Single(await InvoicesOfAsync(webox, order));
        Assert.Equal(("F-2026-000001", InvoiceKind.Invoice, 21596L), (invoice.Number, invoice.Kind, invoice.TotalMinorUnits));
        Assert.Equal([new InvoiceTax(2000, 17997, 3599)], invoice.Taxes);
        await using var db = webox.OpenDb();
        var document = await db.InvoiceDocuments.SingleAsync();
        Assert.Equal((invoice.Sha256, invoice.Bytes), (Convert.ToHexStringLower(SHA256.HashData(document.Content)), document.Content.Length));
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_refunded_has_credit_notes_that_add_up(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var (order, payment) = await GivenPaidAsync(webox, null, (await webox.GivenProductAsync(4999), 2), (await webox.GivenProductAsync(7999), 1));
        var line = order.Lines.Single(l => l.Quantity == 2);

        await RefundAsync(webox, payment, "one", null, "Un exemplaire de trop", new RefundLine(line.Id, 1));
        await RefundAsync(webox, payment, "two", 1000, null);
        await RefundAsync(webox, payment, "rest", null, null);

        var documents = await InvoicesOfAsync(webox, order);
        Assert.Equal(
            [("F-2026-000001", 21596L), ("A-2026-000001", 5998L), ("A-2026-000002", 1000L), ("A-2026-000003", 14598L)],
            documents.Select(document => (document.Number, document.TotalMinorUnits)));
        Assert.Equal([new InvoiceTax(2000, 0, 0)], InvoiceTaxes.Billed(documents));
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Money_that_came_twice_and_goes_back_leaves_the_invoice_as_it_is(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var order = await webox.GivenOrderAsync(null, (await webox.GivenProductAsync(), 1));
        var (first, second) = (await webox.StartPaymentAsync(null, order, "first"), await webox.StartPaymentAsync(null, order, "second"));
        await webox.ConfirmAsync(null, first);
        await webox.ConfirmAsync(null, second, SandboxOutcome.Succeed);

        await RefundAsync(webox, second, "surplus", null, null);

        Assert.Equal(OrderStatus.Paid, (await webox.ReloadAsync(order)).Status);
        Assert.Equal(["F-2026-000001"], (await InvoicesOfAsync(webox, order)).Select(document => document.Number));
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Money_that_does_not_fit_has_no_invoice(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var order = await webox.GivenOrderAsync(null, (await webox.GivenProductAsync(), 1));

        await webox.ConfirmAsync(null, await webox.StartPaymentAsync(null, order), SandboxOutcome.SucceedWithWrongAmount);

        Assert.Equal(OrderStatus.InReview, (await webox.ReloadAsync(order)).Status);
        Assert.Empty(await InvoicesOfAsync(webox, order));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_lost_dispute_has_a_credit_note(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var (order, payment) = await GivenPaidAsync(webox, null, (await webox.GivenProductAsync(), 1));

        await webox.ConfirmAsync(null, payment, SandboxOutcome.Dispute);
        await webox.ConfirmAsync(null, payment, SandboxOutcome.LoseDispute);

        Assert.Equal([5999L, -5999L], (await InvoicesOfAsync(webox, order)).Select(document => document.BilledMinorUnits));
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_order_whose_discount_leaves_nothing_to_pay_has_an_invoice_of_nothing(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        await webox.GivenPromoCodeAsync("GIFT", percent: 100);
        var cart = await webox.GivenCartAsync(null, (await webox.GivenProductAsync(), 1));

        var order = await webox.PlaceAsync(null, await webox.ApplyPromoCodeAsync(null, cart, "GIFT"));

        Assert.Equal([("F-2026-000001", 0L)], (await InvoicesOfAsync(webox, order)).Select(document => (document.Number, document.TotalMinorUnits)));
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_refund_that_failed_after_all_is_invoiced_again_and_no_message_issues_twice(DatabaseKind kind)
    {
        var (opened, _) = await ScriptedGatewayStage.OpenAsync(kind);
        await using var webox = opened;
        var order = await webox.GivenOrderAsync(null, (await webox.GivenProductAsync(10000), 1));
        await webox.StartWithStripeAsync(order);
        Message[] news =
        [
            new("pi_1", "ch_1", PaymentEventKind.Captured, 12000, Alias: "ch_1"),
            new("ch_1", "re_1", PaymentEventKind.Refunded, 1000),
            new("ch_1", "re_1", PaymentEventKind.RefundFailed, 1000),
        ];

        foreach (var (message, i) in news.Concat(news).Select((message, i) => (message, i)))
        {
            await webox.ReceiveAsync($"evt_{i}", message);
        }

        Assert.Equal(
            [("F-2026-000001", 12000L), ("F-2026-000002", 1000L), ("A-2026-000001", 1000L)],
            (await InvoicesOfAsync(webox, order)).Select(document => (document.Number, document.TotalMinorUnits)));
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_hundred_invoices_at_once_have_no_gap_and_no_double(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var product = await webox.GivenProductAsync();
        var payments = new List<Payment>();
        foreach (var cart in await webox.GivenGuestCartsAsync(200, () => [(product, 1)]))
        {
            payments.Add(await webox.StartPaymentAsync(null, await webox.PlaceAsync(null, cart), $"key-{payments.Count}"));
        }

        await Task.WhenAll(payments.Select(payment => Task.Run(() => webox.ConfirmAsync(null, payment))));

        await using var db = webox.OpenDb();
        var numbers = await db.Invoices.Select(invoice => invoice.Number).OrderBy(number => number).ToListAsync();
        Assert.Equal(Enumerable.Range(1, 200).Select(i => InvoiceNumber.Of(InvoiceKind.Invoice, 2026, i)), numbers);
        Assert.Equal(200, await db.Invoices.Select(invoice => invoice.OrderId).Distinct().CountAsync());
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_number_whose_transaction_rolls_back_is_given_to_the_next(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        await GivenPaidAsync(webox, null, (await webox.GivenProductAsync(), 1));
        await using var scope = webox.Services.CreateAsyncScope();
        var (db, numbers) = (scope.ServiceProvider.GetRequiredService<IWeboxDb>(), scope.ServiceProvider.GetRequiredService<IInvoiceNumbers>());
        await Assert.ThrowsAsync<InvalidOperationException>(() => numbers.TakeAsync(InvoiceKind.Invoice, 2026, default));
        await Assert.ThrowsAsync<TimeoutException>(() => db.InTransactionAsync<int>(
            async () =>
            {
                Assert.Equal(2, await numbers.TakeAsync(InvoiceKind.Invoice, 2026, default));
                throw new TimeoutException();
            },
            default));

        var (order, _) = await GivenPaidAsync(webox, null, (await webox.GivenProductAsync(), 1));

        Assert.Equal("F-2026-000002", Assert.Single(await InvoicesOfAsync(webox, order)).Number);
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_new_year_begins_at_one(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        await GivenPaidAsync(webox, null, (await webox.GivenProductAsync(), 1));
        webox.Clock.Advance(TimeSpan.FromDays(365));

        var (order, _) = await GivenPaidAsync(webox, null, (await webox.GivenProductAsync(), 1));

        Assert.Equal("F-2027-000001", Assert.Single(await InvoicesOfAsync(webox, order)).Number);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_invoice_and_its_document_cannot_be_changed(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        await GivenPaidAsync(webox, null, (await webox.GivenProductAsync(), 1));
        await using var db = webox.OpenDb();

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Invoices.ExecuteUpdateAsync(set => set.SetProperty(i => i.TotalMinorUnits, 1)));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.InvoiceDocuments.ExecuteDeleteAsync());
        Assert.Equal(5999, (await db.Invoices.SingleAsync()).TotalMinorUnits);
    }

    internal static async Task<(Order Order, Payment Payment)> GivenPaidAsync(
        TestWebox webox, Customer? customer, params (Domain.Catalog.Product Product, int Quantity)[] lines)
    {
        var order = await webox.GivenOrderAsync(customer, lines);
        var payment = await webox.StartPaymentAsync(customer, order, $"key-{order.Number}");
        await webox.ConfirmAsync(customer, payment);
        return (await webox.ReloadAsync(order), payment);
    }

    internal static Task<Refund> RefundAsync(TestWebox webox, Payment payment, string key, long? amount, string? reason, params RefundLine[] units) =>
        webox.RunAsync<RefundPayment, Refund>(null, refund => refund.ExecuteAsync(payment.Id, amount, units, reason, key, default));

    private static async Task<List<Invoice>> InvoicesOfAsync(TestWebox webox, Order order)
    {
        await using var db = webox.OpenDb();
        return [.. (await db.Invoices.AsNoTracking().Where(i => i.OrderId == order.Id).ToListAsync()).OrderBy(i => i.Kind).ThenBy(i => i.Sequence)];
    }
}
