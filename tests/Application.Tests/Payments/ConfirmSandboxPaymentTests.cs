using Microsoft.EntityFrameworkCore;
using Webox.Application.Payments;
using Webox.Domain.Orders;
using Webox.Domain.Payments;
using Webox.TestSupport;

namespace Webox.Application.Tests.Payments;

public sealed class ConfirmSandboxPaymentTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Success_pays_the_order_and_counts_what_was_sold(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var product = await webox.GivenProductAsync(4999);
        var order = await webox.GivenOrderAsync(null, (product, 2));

        var payment = await webox.ConfirmAsync(null, await webox.StartPaymentAsync(null, order));

        Assert.Equal((PaymentStatus.Succeeded, 11998L), (payment.Status, payment.CapturedMinorUnits));
        var stored = await webox.ReloadAsync(order);
        Assert.Equal((OrderStatus.Paid, 11998L, webox.Clock.GetUtcNow()), (stored.Status, stored.PaidMinorUnits, stored.PaidAt));
        await using var db = webox.OpenDb();
        Assert.Equal(2, await db.Products.Where(p => p.Id == product.Id).Select(p => p.SoldQuantity).SingleAsync());
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Bought_credits_arrive_once_however_often_it_is_confirmed(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        var order = await webox.GivenOrderAsync(ada, (await webox.GivenCreditPackAsync(500), 3));
        var payment = await webox.StartPaymentAsync(ada, order);

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => webox.ConfirmAsync(ada, payment)));

        await using var db = webox.OpenDb();
        Assert.Equal([1500], await db.CreditEntries.Where(entry => entry.CustomerId == ada.Id).Select(entry => entry.Amount).ToListAsync());
        Assert.Equal(OrderStatus.Paid, (await webox.ReloadAsync(order)).Status);
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    [Theory]
    [InlineData(SandboxOutcome.Decline, PaymentStatus.Declined, DeclineReason.InsufficientFunds)]
    [InlineData(SandboxOutcome.Cancel, PaymentStatus.Canceled, null)]
    public async Task A_refusal_leaves_the_order_payable_by_another_attempt(SandboxOutcome outcome, PaymentStatus status, DeclineReason? reason)
    {
        await using var webox = await TestWebox.OpenAsync(DatabaseKind.Sqlite);
        var order = await webox.GivenOrderAsync(null, (await webox.GivenProductAsync(), 1));

        var refused = await webox.ConfirmAsync(null, await webox.StartPaymentAsync(null, order), outcome);
        Assert.Equal((status, reason), (refused.Status, refused.DeclineReason));
        Assert.Equal(OrderStatus.AwaitingPayment, (await webox.ReloadAsync(order)).Status);
        await webox.ConfirmAsync(null, await webox.StartPaymentAsync(null, order, "key-2"));

        Assert.Equal(OrderStatus.Paid, (await webox.ReloadAsync(order)).Status);
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_decided_payment_stays_as_it_is(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var order = await webox.GivenOrderAsync(null, (await webox.GivenProductAsync(), 1));
        var payment = await webox.ConfirmAsync(null, await webox.StartPaymentAsync(null, order), SandboxOutcome.Decline);

        var again = await webox.ConfirmAsync(null, payment, SandboxOutcome.Succeed);

        Assert.Equal(PaymentStatus.Declined, again.Status);
        await using var db = webox.OpenDb();
        Assert.Equal((1, 1), (await db.PaymentEvents.CountAsync(), await db.PaymentInbox.CountAsync()));
    }

    [Fact]
    public async Task A_payment_of_a_real_provider_is_not_paid_by_saying_so()
    {
        var bank = new Dictionary<string, string?> { ["WEBOX_BANK_IBAN"] = "FR1420041010050500013M02606", ["WEBOX_BANK_BIC"] = "PSSTFRPPXXX", ["WEBOX_BANK_BENEFICIARY"] = "Webox SAS" };
        await using var webox = await TestWebox.OpenAsync(DatabaseKind.Sqlite, bank);
        var order = await webox.GivenOrderAsync(null, (await webox.GivenProductAsync(), 1));
        var payment = await webox.RunAsync<StartPayment, Payment>(null, start => start.ExecuteAsync(
            order.Id, PaymentProvider.BankTransfer, PaymentFlow.Embedded, new Uri("https://shop.example/thanks"), "key-1", default));

        await Assert.ThrowsAsync<PaymentNotFoundException>(() => webox.ConfirmAsync(null, payment));

        await using var db = webox.OpenDb();
        Assert.Equal((0, 0), (await db.PaymentInbox.CountAsync(), await db.PaymentEvents.CountAsync()));
        Assert.Equal(OrderStatus.AwaitingPayment, (await webox.ReloadAsync(order)).Status);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Someone_elses_payment_is_not_found_and_nothing_is_written(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var (ada, eve) = (await webox.GivenCustomerAsync(), await webox.GivenCustomerAsync("eve@example.com"));
        var order = await webox.GivenOrderAsync(ada, (await webox.GivenProductAsync(), 1));
        var payment = await webox.StartPaymentAsync(ada, order);

        await Assert.ThrowsAsync<PaymentNotFoundException>(() => webox.ConfirmAsync(eve, payment));
        await Assert.ThrowsAsync<PaymentNotFoundException>(() => webox.ConfirmAsync(null, payment));
        await Assert.ThrowsAsync<PaymentNotFoundException>(() => webox.RunAsync<ConfirmSandboxPayment, Payment>(
            ada, confirm => confirm.ExecuteAsync(PaymentId.From(Guid.Empty), SandboxOutcome.Succeed, default)));

        await using var db = webox.OpenDb();
        Assert.Equal(0, await db.PaymentInbox.CountAsync());
        Assert.Equal(OrderStatus.AwaitingPayment, (await webox.ReloadAsync(order)).Status);
    }
}
