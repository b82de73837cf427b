using Webox.Domain.Orders;
using Webox.Domain.Payments;

namespace Webox.Domain.Tests.Payments;

public sealed class PaymentTests
{
    [Fact]
    public void It_collects_the_total_of_the_order()
    {
        var payment = Start(Shop.Order(10000));

        Assert.Equal((new Money(12000, Currency.Eur), PaymentStatus.Processing), (payment.Amount, payment.Status));
    }

    [Fact]
    public void Only_an_order_that_awaits_payment_can_be_paid()
    {
        var order = Shop.Order();
        order.Cancel();

        Assert.Equal(OrderStatus.Canceled, Assert.Throws<OrderNotPayableException>(() => Start(order)).Status);
    }

    [Fact]
    public void The_provider_knows_it_by_its_own_id()
    {
        var payment = Start(Shop.Order());

        Assert.Equal($"webox-{payment.Id.Value:N}", payment.ProviderIdempotencyKey);
    }

    [Fact]
    public void The_first_answer_of_the_provider_counts()
    {
        var payment = Start(Shop.Order());

        Assert.True(payment.Accept("pi_1", PaymentStatus.RequiresAction, "secret"));
        Assert.False(payment.Accept("pi_2", PaymentStatus.Declined, null));

        Assert.Equal(("pi_1", PaymentStatus.RequiresAction), (payment.ProviderReference, payment.Status));
    }

    [Theory]
    [InlineData(new[] { PaymentEventKind.Declined }, PaymentStatus.Declined)]
    [InlineData(new[] { PaymentEventKind.Canceled }, PaymentStatus.Canceled)]
    [InlineData(new[] { PaymentEventKind.Captured }, PaymentStatus.Succeeded)]
    [InlineData(new[] { PaymentEventKind.Declined, PaymentEventKind.Captured }, PaymentStatus.Succeeded)]
    [InlineData(new[] { PaymentEventKind.Captured, PaymentEventKind.Declined }, PaymentStatus.Succeeded)]
    [InlineData(new PaymentEventKind[0], PaymentStatus.RequiresAction)]
    public void Money_that_came_outweighs_a_refusal_in_any_order(PaymentEventKind[] kinds, PaymentStatus status)
    {
        var payment = Start(Shop.Order(10000));
        payment.Accept("pi_1", PaymentStatus.RequiresAction, "secret");

        payment.Apply([.. kinds.Select(kind => Event(payment, kind))]);

        Assert.Equal(status, payment.Status);
        Assert.Equal(status is PaymentStatus.Declined ? DeclineReason.ExpiredCard : null, payment.DeclineReason);
        Assert.Equal(status is PaymentStatus.Succeeded ? 12000 : 0, payment.CapturedMinorUnits);
    }

    private static Payment Start(Order order) => Payment.Start(
        order, new PaymentTerms(PaymentProvider.Sandbox, PaymentFlow.Embedded, CapturesLater: false, new Uri("https://shop.example/")), "key", "hash", Shop.Now);

    private static PaymentEvent Event(Payment payment, PaymentEventKind kind) => new()
    {
        Provider = PaymentProvider.Sandbox,
        ProviderObject = $"{kind}",
        Kind = kind,
        PaymentId = payment.Id,
        OrderId = payment.OrderId,
        AmountMinorUnits = kind is PaymentEventKind.Captured ? 12000 : 0,
        Currency = Currency.Eur,
        DeclineReason = kind is PaymentEventKind.Declined ? DeclineReason.ExpiredCard : null,
        OccurredAt = Shop.Now,
        MessageId = "evt_1",
    };
}
