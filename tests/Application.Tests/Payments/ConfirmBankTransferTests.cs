using Microsoft.EntityFrameworkCore;
using Webox.Application.Orders;
using Webox.Application.Payments;
using Webox.Domain;
using Webox.Domain.Customers;
using Webox.Domain.Orders;
using Webox.Domain.Payments;
using Webox.TestSupport;

namespace Webox.Application.Tests.Payments;

public sealed class ConfirmBankTransferTests
{
    private static readonly (string, string)[] Account =
        [("WEBOX_BANK_IBAN", "FR14 2004 1010 0505 0001 3M02 606"), ("WEBOX_BANK_BIC", "PSSTFRPPXXX"), ("WEBOX_BANK_BENEFICIARY", "Webox SAS")];

    [Theory, OnSqlite, OnPostgres]
    public async Task The_customer_is_told_where_to_transfer_and_the_order_waits_a_week(DatabaseKind kind)
    {
        await using var webox = await OpenAsync(kind);
        var (order, payment) = await GivenTransferAsync(webox);

        var step = Assert.IsType<NextStep.Transfer>(Gateway(webox).NextStepOf(payment));

        Assert.Equal(("FR1420041010050500013M02606", "PSSTFRPPXXX", "Webox SAS"), (step.Iban, step.Bic, step.Beneficiary));
        Assert.Matches("^RF[0-9]{2}( [0-9A-HJKMNP-TV-Z]{1,4}){4}$", step.Reference);
        Assert.Equal(webox.Clock.GetUtcNow() + TimeSpan.FromDays(7), step.PayBefore);
        Assert.Equal(step.PayBefore, (await webox.ReloadAsync(order)).ExpiresAt);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Exactly_the_total_pays_the_order_once_however_often_it_is_confirmed(DatabaseKind kind)
    {
        await using var webox = await OpenAsync(kind);
        var (order, payment) = await GivenTransferAsync(webox);

        var confirmed = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => ConfirmAsync(webox, payment, 12000)));

        Assert.All(confirmed, one => Assert.Equal((PaymentStatus.Succeeded, 12000L), (one.Status, one.CapturedMinorUnits)));
        Assert.Equal(OrderStatus.Paid, (await webox.ReloadAsync(order)).Status);
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    [Theory]
    [InlineData(11999)]
    [InlineData(12001)]
    public async Task Too_little_or_too_much_is_reviewed(long received)
    {
        await using var webox = await OpenAsync(DatabaseKind.Sqlite);
        var (order, payment) = await GivenTransferAsync(webox);

        await ConfirmAsync(webox, payment, received);

        var stored = await webox.ReloadAsync(order);
        Assert.Equal((OrderStatus.InReview, received), (stored.Status, stored.PaidMinorUnits));
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    [Fact]
    public async Task A_second_transfer_of_what_was_missing_pays_the_order()
    {
        await using var webox = await OpenAsync(DatabaseKind.Sqlite);
        var (order, payment) = await GivenTransferAsync(webox);

        await ConfirmAsync(webox, payment, 11000);
        await ConfirmAsync(webox, payment, 1000, "transfer-2");

        Assert.Equal(OrderStatus.Paid, (await webox.ReloadAsync(order)).Status);
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_comes_after_the_order_expired_is_reviewed(DatabaseKind kind)
    {
        await using var webox = await OpenAsync(kind);
        var (order, payment) = await GivenTransferAsync(webox);
        webox.Clock.Advance(TimeSpan.FromDays(7) + TimeSpan.FromSeconds(1));
        await webox.RunAsync<ExpireOrders>(null, expire => expire.ExecuteAsync(default));
        await webox.RunAsync<ReleaseIntents>(null, release => release.ExecuteAsync(default));

        await ConfirmAsync(webox, payment, 12000);

        Assert.Equal(OrderStatus.InReview, (await webox.ReloadAsync(order)).Status);
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_key_with_another_amount_and_amounts_below_one_are_refused_and_nothing_is_written(DatabaseKind kind)
    {
        await using var webox = await OpenAsync(kind);
        var (order, payment) = await GivenTransferAsync(webox);
        await ConfirmAsync(webox, payment, 12000);

        await Assert.ThrowsAsync<IdempotencyKeyReusedException>(() => ConfirmAsync(webox, payment, 11000));
        await Assert.ThrowsAsync<InvalidAmountException>(() => ConfirmAsync(webox, payment, 0, "transfer-2"));
        await Assert.ThrowsAsync<InvalidAmountException>(() => ConfirmAsync(webox, payment, -1, "transfer-2"));

        await using var db = webox.OpenDb();
        Assert.Equal(1, await db.PaymentEvents.CountAsync());
        Assert.Equal(12000, (await webox.ReloadAsync(order)).PaidMinorUnits);
    }

    [Fact]
    public async Task Only_transfers_are_confirmed()
    {
        await using var webox = await OpenAsync(DatabaseKind.Sqlite);
        var order = await webox.GivenOrderAsync(null, (await webox.GivenProductAsync(10000), 1));
        var payment = await webox.StartPaymentAsync(null, order);

        await Assert.ThrowsAsync<PaymentNotCapturableException>(() => ConfirmAsync(webox, payment, 12000));

        Assert.Equal(OrderStatus.AwaitingPayment, (await webox.ReloadAsync(order)).Status);
    }

    private static Task<TestWebox> OpenAsync(DatabaseKind kind) =>
        TestWebox.OpenAsync(kind, Account.ToDictionary(setting => setting.Item1, setting => (string?)setting.Item2));

    private static IPaymentGateway Gateway(TestWebox webox) =>
        ((PaymentGateways)webox.Services.GetService(typeof(PaymentGateways))!).For(PaymentProvider.BankTransfer);

    private static async Task<(Order, Payment)> GivenTransferAsync(TestWebox webox)
    {
        var order = await webox.GivenOrderAsync(null, (await webox.GivenProductAsync(10000), 1));
        return (order, await webox.RunAsync<StartPayment, Payment>(null, start => start.ExecuteAsync(
            order.Id, PaymentProvider.BankTransfer, PaymentFlow.Embedded, new Uri("https://shop.example/thanks"), "key-1", default)));
    }

    private static async Task<Payment> ConfirmAsync(TestWebox webox, Payment payment, long received, string key = "transfer-1")
    {
        var finance = new Customer
        {
            Id = CustomerId.From(Guid.CreateVersion7(webox.Clock.GetUtcNow())), Email = "f@example.com", Name = "F", Role = Role.Finance, RegisteredAt = webox.Clock.GetUtcNow(),
        };
        return await webox.RunAsync<ConfirmBankTransfer, Payment>(finance, confirm => confirm.ExecuteAsync(payment.Id, received, key, default));
    }
}
