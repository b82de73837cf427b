using Microsoft.EntityFrameworkCore;
using Webox.Application.Generations;
using Webox.Application.Payments;
using Webox.Domain;
using Webox.Domain.Credits;
using Webox.Domain.Customers;
using Webox.Domain.Orders;
using Webox.Domain.Payments;
using Webox.TestSupport;

namespace Webox.Application.Tests.Payments;

public sealed class RefundPaymentTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_whole_refund_gives_back_the_money_the_goods_and_the_credits(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        var mug = await webox.GivenPhysicalAsync(stock: 5);
        var (order, payment) = await GivenPaidAsync(webox, ada, (mug, 2), (await webox.GivenCreditPackAsync(500), 3));

        var refund = await RefundAsync(webox, payment);

        Assert.Equal((RefundStatus.Succeeded, order.Total), (refund.Status, refund.Amount));
        Assert.Equal((OrderStatus.Refunded, order.TotalMinorUnits), await StateAsync(webox, order));
        Assert.Equal((5, 0), (await webox.StockOfAsync(mug), await CreditsAsync(webox, ada)));
        await using var db = webox.OpenDb();
        Assert.Equal(0, await db.Products.Where(p => p.Id == mug.Id).Select(p => p.SoldQuantity).SingleAsync());
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Lines_cost_what_they_cost_and_come_back_alone(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        var mug = await webox.GivenPhysicalAsync(stock: 5, cents: 1000);
        var (order, payment) = await GivenPaidAsync(webox, ada, (mug, 2), (await webox.GivenCreditPackAsync(500), 1));
        var line = order.Lines.Single(line => line.ProductId == mug.Id);

        var refund = await RefundAsync(webox, payment, lines: [new RefundLine(line.Id, 1)]);

        Assert.Equal(1200, refund.Amount.MinorUnits);
        Assert.Equal((OrderStatus.PartiallyRefunded, 1200L), await StateAsync(webox, order));
        Assert.Equal((4, 500), (await webox.StockOfAsync(mug), await CreditsAsync(webox, ada)));
        Assert.Equal(1, (await webox.ReloadAsync(order)).Lines.Single(l => l.Id == line.Id).ReturnedQuantity);
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Twenty_at_once_with_one_key_are_one_refund_and_with_twenty_keys_never_more_than_was_captured(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var (order, payment) = await GivenPaidAsync(webox, null, (await webox.GivenProductAsync(10000), 1));

        var same = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => RefundAsync(webox, payment, 1000)));
        var others = await Task.WhenAll(Enumerable.Range(0, 20).Select(async i =>
        {
            try
            {
                return (await RefundAsync(webox, payment, 1000, key: $"other-{i}")).Amount.MinorUnits;
            }
            catch (RefundExceedsCaptureException)
            {
                return 0;
            }
        }));

        Assert.Single(same.Select(refund => refund.Id).Distinct());
        Assert.Equal(11000, others.Sum());
        Assert.Equal((OrderStatus.Refunded, 12000L), await StateAsync(webox, order));
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(12001)]
    [InlineData(long.MaxValue)]
    public async Task An_amount_outside_of_what_is_left_is_refused_and_nothing_is_written(long amount)
    {
        await using var webox = await TestWebox.OpenAsync(DatabaseKind.Sqlite);
        var (order, payment) = await GivenPaidAsync(webox, null, (await webox.GivenProductAsync(10000), 1));

        var refusal = await Assert.ThrowsAsync<RefundExceedsCaptureException>(() => RefundAsync(webox, payment, amount));

        Assert.Equal(12000, refusal.Refundable.MinorUnits);
        await AssertUntouchedAsync(webox, order);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_key_with_another_refund_is_refused_and_nothing_is_written(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var (order, payment) = await GivenPaidAsync(webox, null, (await webox.GivenProductAsync(10000), 1));
        await RefundAsync(webox, payment, 1000);

        await Assert.ThrowsAsync<IdempotencyKeyReusedException>(() => RefundAsync(webox, payment, 2000));

        Assert.Equal((OrderStatus.PartiallyRefunded, 1000L), await StateAsync(webox, order));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Used_credits_are_not_taken_back_the_refusal_says_how_many_and_nothing_is_written(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        var (order, payment) = await GivenPaidAsync(webox, ada, (await webox.GivenCreditPackAsync(500), 1));
        await webox.RunAsync<RequestGeneration>(ada, request => request.ExecuteAsync(
            new GenerationRequest(Domain.Generations.GenerationKind.Image, null, "Un chat", new() { Count = 2 }), "generation-1", default));
        var left = await CreditsAsync(webox, ada);

        var refusal = await Assert.ThrowsAsync<CreditsAlreadyUsedException>(() => RefundAsync(webox, payment));

        Assert.Equal((500, 500 - left), (refusal.Granted, refusal.Used));
        Assert.Equal(left, await CreditsAsync(webox, ada));
        await AssertUntouchedAsync(webox, order);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_lost_answer_is_repaired_by_repeating_and_gives_back_once(DatabaseKind kind)
    {
        var (opened, gateway) = await ScriptedGatewayStage.OpenAsync(kind);
        await using var webox = opened;
        var ada = await webox.GivenCustomerAsync();
        var (order, payment) = await GivenPaidByStripeAsync(webox, ada, (await webox.GivenCreditPackAsync(500, cents: 10000), 1));

        gateway.LosesAnswers = true;
        await Assert.ThrowsAsync<PaymentProviderUnavailableException>(() => RefundAsync(webox, payment));
        Assert.Equal((OrderStatus.Paid, 0L), await StateAsync(webox, order));
        Assert.Equal(0, await CreditsAsync(webox, ada));
        gateway.LosesAnswers = false;
        var refund = await RefundAsync(webox, payment);

        Assert.Equal(RefundStatus.Succeeded, refund.Status);
        Assert.Equal(12000, gateway.Moved.Where(moved => moved.Kind is PaymentEventKind.Refunded).Sum(moved => moved.Amount));
        Assert.Equal((OrderStatus.Refunded, 12000L), await StateAsync(webox, order));
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_the_provider_refuses_is_the_customers_again(DatabaseKind kind)
    {
        var (opened, gateway) = await ScriptedGatewayStage.OpenAsync(kind);
        await using var webox = opened;
        var ada = await webox.GivenCustomerAsync();
        var (order, payment) = await GivenPaidByStripeAsync(webox, ada, (await webox.GivenCreditPackAsync(500, cents: 10000), 1));

        gateway.Refusal = new PaymentRefusedException(PaymentProvider.Stripe, "insufficient_balance", DeclineReason.Other);
        await Assert.ThrowsAsync<RefundRefusedException>(() => RefundAsync(webox, payment));
        gateway.Refusal = null;

        Assert.Equal((OrderStatus.Paid, 0L), await StateAsync(webox, order));
        Assert.Equal(500, await CreditsAsync(webox, ada));
        Assert.Equal(0, (await webox.ReloadAsync(order)).Lines[0].ReturnedQuantity);
        Assert.Empty(await webox.BrokenInvariantsAsync());

        await RefundAsync(webox, payment, key: "another");
        Assert.Equal((OrderStatus.Refunded, 12000L), await StateAsync(webox, order));
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_refund_at_the_provider_is_shown_and_takes_back_the_credits_that_are_left(DatabaseKind kind)
    {
        var (opened, _) = await ScriptedGatewayStage.OpenAsync(kind);
        await using var webox = opened;
        var ada = await webox.GivenCustomerAsync();
        var (order, payment) = await GivenPaidByStripeAsync(webox, ada, (await webox.GivenCreditPackAsync(500, cents: 10000), 1));

        await webox.ReceiveAsync("evt_9", new Message(payment.ProviderReference!, "re_9", PaymentEventKind.Refunded, 12000));
        await webox.ReceiveAsync("evt_10", new Message(payment.ProviderReference!, "re_9", PaymentEventKind.Refunded, 12000));

        Assert.Equal((OrderStatus.Refunded, 12000L), await StateAsync(webox, order));
        Assert.Equal(0, await CreditsAsync(webox, ada));
        await using var db = webox.OpenDb();
        var refund = await db.Refunds.SingleAsync();
        Assert.Equal((RefundStatus.Succeeded, "re_9", 12000L), (refund.Status, refund.ProviderReference, refund.AmountMinorUnits));
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_message_about_our_refund_that_is_faster_than_the_answer_is_the_same_refund(DatabaseKind kind)
    {
        var (opened, gateway) = await ScriptedGatewayStage.OpenAsync(kind);
        await using var webox = opened;
        var (order, payment) = await GivenPaidByStripeAsync(webox, null, (await webox.GivenProductAsync(10000), 1));
        gateway.LosesAnswers = true;
        await Assert.ThrowsAsync<PaymentProviderUnavailableException>(() => RefundAsync(webox, payment, 1000));

        await webox.ReceiveAsync("evt_9", gateway.Moved.Single(moved => moved.Kind is PaymentEventKind.Refunded));

        Assert.Equal((OrderStatus.PartiallyRefunded, 1000L), await StateAsync(webox, order));
        await using var db = webox.OpenDb();
        Assert.Equal(RefundStatus.Succeeded, (await db.Refunds.SingleAsync()).Status);
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    [Fact]
    public async Task A_payment_that_does_not_exist_or_took_nothing_is_refused()
    {
        await using var webox = await TestWebox.OpenAsync(DatabaseKind.Sqlite);
        var order = await webox.GivenOrderAsync(null, (await webox.GivenProductAsync(10000), 1));
        var payment = await webox.StartPaymentAsync(null, order);

        await Assert.ThrowsAsync<RefundExceedsCaptureException>(() => RefundAsync(webox, payment));
        await Assert.ThrowsAsync<PaymentNotFoundException>(() => webox.RunAsync<RefundPayment>(
            null, refund => refund.ExecuteAsync(PaymentId.From(Guid.Empty), null, [], null, "key-1", default)));

        Assert.Equal((OrderStatus.AwaitingPayment, 0L), await StateAsync(webox, order));
    }

    private static async Task<(Order, Payment)> GivenPaidAsync(TestWebox webox, Customer? customer, params (Domain.Catalog.Product, int)[] lines)
    {
        var order = await webox.GivenOrderAsync(customer, lines);
        return (order, await webox.ConfirmAsync(customer, await webox.StartPaymentAsync(customer, order)));
    }

    private static async Task<(Order, Payment)> GivenPaidByStripeAsync(TestWebox webox, Customer? customer, params (Domain.Catalog.Product, int)[] lines)
    {
        var order = await webox.GivenOrderAsync(customer, lines);
        var payment = await webox.StartWithStripeAsync(order, customer);
        await webox.ReceiveAsync("evt_1", new Message(payment.ProviderReference!, "ch_1", PaymentEventKind.Captured, order.TotalMinorUnits));
        return (order, payment);
    }

    private static Task<Refund> RefundAsync(TestWebox webox, Payment payment, long? amount = null, RefundLine[]? lines = null, string key = "refund-1") =>
        webox.RunAsync<RefundPayment, Refund>(null, refund => refund.ExecuteAsync(payment.Id, amount, lines ?? [], "Désolé", key, default));

    private static async Task<(OrderStatus, long Refunded)> StateAsync(TestWebox webox, Order order)
    {
        var stored = await webox.ReloadAsync(order);
        return (stored.Status, stored.RefundedMinorUnits);
    }

    private static async Task<int> CreditsAsync(TestWebox webox, Customer customer)
    {
        await using var db = webox.OpenDb();
        return await db.CreditAccounts.Where(account => account.CustomerId == customer.Id).Select(account => account.Available).SingleOrDefaultAsync();
    }

    private static async Task AssertUntouchedAsync(TestWebox webox, Order order)
    {
        await using var db = webox.OpenDb();
        Assert.Equal(0, await db.Refunds.CountAsync());
        Assert.Equal(0, await db.CreditEntries.CountAsync(entry => entry.Kind == CreditEntryKind.Refund));
        Assert.Equal((OrderStatus.Paid, 0L), await StateAsync(webox, order));
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }
}
