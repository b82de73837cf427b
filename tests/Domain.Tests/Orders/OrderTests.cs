using Webox.Domain.Carts;
using Webox.Domain.Orders;
using Webox.Domain.Payments;

namespace Webox.Domain.Tests.Orders;

public sealed class OrderTests
{
    private static readonly PaymentId ThePayment = PaymentId.From(Guid.CreateVersion7(Shop.Now));
    private static readonly Currency Eur = Currency.Eur;

    [Fact]
    public void A_cart_becomes_an_order_with_its_lines_and_prices()
    {
        var (first, second) = (Shop.Digital(4999), Shop.Digital(7999));
        var cart = Shop.ReadyCart((first, 2), (second, 1));

        var order = Order.Place(cart, cart.Quote(isGuest: true, first, second), customer: null, Shop.Now);

        Assert.Equal(OrderStatus.AwaitingPayment, order.Status);
        Assert.Equal(CartStatus.Ordered, cart.Status);
        Assert.Equal([(first.Id, 2, 4999L), (second.Id, 1, 7999L)], order.Lines.Select(l => (l.ProductId, l.Quantity, l.UnitPriceMinorUnits)));
        Assert.Equal((17997L, 3599L, 21596L, 2000), (order.SubtotalMinorUnits, order.TaxMinorUnits, order.TotalMinorUnits, order.Lines[0].TaxBasisPoints));
        Assert.Equal(Shop.Now.AddMinutes(30), order.ExpiresAt);
    }

    [Fact]
    public void A_later_price_does_not_touch_the_order()
    {
        var product = Shop.Digital(1000);
        var cart = Shop.ReadyCart((product, 1));
        var order = Order.Place(cart, cart.Quote(products: product), customer: null, Shop.Now);

        product.ChangePrice(new Money(9999, Eur), originalPrice: null);

        Assert.Equal(new Money(1000, Eur), order.Lines[0].UnitPrice);
        Assert.Equal(new Money(1200, Eur), order.Total);
    }

    [Fact]
    public void An_incomplete_cart_is_refused_and_stays_open()
    {
        var product = Shop.Digital();
        var cart = Shop.Cart((product, 1));

        var refusal = Assert.Throws<CheckoutIncompleteException>(() => Order.Place(cart, cart.Quote(products: product), customer: null, Shop.Now));

        Assert.Equal([CheckoutProblem.EmailMissing, CheckoutProblem.BillingAddressMissing], refusal.Problems);
        Assert.Equal(CartStatus.Open, cart.Status);
    }

    // total 120.00; captured and refunded in the order's currency
    [Theory]
    [InlineData(OrderClosure.None, 0, 0, OrderStatus.AwaitingPayment)]
    [InlineData(OrderClosure.None, 12000, 0, OrderStatus.Paid)]
    [InlineData(OrderClosure.None, 11999, 0, OrderStatus.InReview)]
    [InlineData(OrderClosure.None, 12001, 0, OrderStatus.InReview)]
    [InlineData(OrderClosure.None, 24000, 0, OrderStatus.InReview)]
    [InlineData(OrderClosure.None, 12000, 1, OrderStatus.PartiallyRefunded)]
    [InlineData(OrderClosure.None, 12000, 12000, OrderStatus.Refunded)]
    [InlineData(OrderClosure.None, 11999, 11999, OrderStatus.Refunded)]
    [InlineData(OrderClosure.Canceled, 0, 0, OrderStatus.Canceled)]
    [InlineData(OrderClosure.Canceled, 12000, 0, OrderStatus.InReview)]
    [InlineData(OrderClosure.Canceled, 12000, 12000, OrderStatus.Refunded)]
    [InlineData(OrderClosure.Expired, 0, 0, OrderStatus.Expired)]
    [InlineData(OrderClosure.Expired, 12000, 0, OrderStatus.InReview)]
    [InlineData(OrderClosure.Expired, 12000, 1, OrderStatus.InReview)]
    public void The_status_follows_from_the_money_and_the_closure(OrderClosure closure, long paid, long refunded, OrderStatus status)
    {
        var order = Shop.Order(10000);
        Close(order, closure);
        List<PaymentEvent> events = [];
        if (paid > 0)
        {
            events.Add(Event(order, PaymentEventKind.Captured, paid, Eur));
        }

        if (refunded > 0)
        {
            events.Add(Event(order, PaymentEventKind.Refunded, refunded, Eur));
        }

        order.ApplyMoney(events, Shop.Now);

        Assert.Equal(status, order.Status);
        Assert.Equal((paid, refunded), (order.PaidMinorUnits, order.RefundedMinorUnits));
    }

    [Fact]
    public void Money_in_another_currency_is_never_a_payment()
    {
        var order = Shop.Order(10000);

        var becamePaid = order.ApplyMoney([Event(order, PaymentEventKind.Captured, 12000, Currency.Usd)], Shop.Now);

        Assert.False(becamePaid);
        Assert.Equal((OrderStatus.InReview, 0L, null), (order.Status, order.PaidMinorUnits, order.PaidAt));
    }

    [Fact]
    public void It_becomes_paid_once()
    {
        var order = Shop.Order(10000);
        PaymentEvent[] events = [Event(order, PaymentEventKind.Captured, 12000, Eur)];

        Assert.True(order.ApplyMoney(events, Shop.Now));
        Assert.False(order.ApplyMoney(events, Shop.Now.AddHours(1)));

        Assert.Equal(Shop.Now, order.PaidAt);
    }

    [Fact]
    public void A_declined_attempt_leaves_it_awaiting_payment()
    {
        var order = Shop.Order(10000);

        order.ApplyMoney([Event(order, PaymentEventKind.Declined, 0, Eur)], Shop.Now);

        Assert.Equal(OrderStatus.AwaitingPayment, order.Status);
    }

    [Fact]
    public void Canceling_twice_is_canceling_once()
    {
        var order = Shop.Order();

        Assert.True(order.Cancel());
        Assert.False(order.Cancel());

        Assert.Equal((OrderStatus.Canceled, 2), (order.Status, order.Version));
    }

    [Fact]
    public void A_paid_order_cannot_be_canceled()
    {
        var order = Shop.Order(10000);
        order.ApplyMoney([Event(order, PaymentEventKind.Captured, 12000, Eur)], Shop.Now);

        var refusal = Assert.Throws<OrderNotCancelableException>(() => order.Cancel());

        Assert.Equal((OrderStatus.Paid, OrderStatus.Paid), (refusal.Status, order.Status));
    }

    [Fact]
    public void It_expires_after_half_an_hour_and_not_before()
    {
        var order = Shop.Order();

        Assert.False(order.Expire(Shop.Now.AddMinutes(30).AddTicks(-1)));
        Assert.Equal(OrderStatus.AwaitingPayment, order.Status);
        Assert.True(order.Expire(Shop.Now.AddMinutes(30)));
        Assert.Equal(OrderStatus.Expired, order.Status);
        Assert.False(order.Expire(Shop.Now.AddMinutes(31)));
    }

    [Fact]
    public void Every_visible_change_raises_the_version_by_one()
    {
        var order = Shop.Order(10000);

        order.Touch();
        order.ApplyMoney([Event(order, PaymentEventKind.Captured, 12000, Eur)], Shop.Now);

        Assert.Equal(3, order.Version);
    }

    [Theory]
    [InlineData(OrderStatus.Refunded, new OrderStatus[0])]
    [InlineData(OrderStatus.Canceled, new[] { OrderStatus.InReview })]
    [InlineData(OrderStatus.AwaitingPayment, new[] { OrderStatus.Paid, OrderStatus.Canceled, OrderStatus.Expired, OrderStatus.InReview })]
    public void A_status_knows_where_it_can_go(OrderStatus status, OrderStatus[] next) => Assert.Equal(next, status.Next());

    [Fact]
    public void Every_status_knows_where_it_can_go() => Assert.All(Enum.GetValues<OrderStatus>(), status => Assert.DoesNotContain(status, status.Next()));

    private static void Close(Order order, OrderClosure closure)
    {
        if (closure is OrderClosure.Canceled)
        {
            order.Cancel();
        }
        else if (closure is OrderClosure.Expired)
        {
            order.Expire(order.ExpiresAt);
        }
    }

    private static PaymentEvent Event(Order order, PaymentEventKind kind, long cents, Currency currency) => new()
    {
        Provider = PaymentProvider.Sandbox,
        ProviderObject = $"{kind}",
        Kind = kind,
        PaymentId = ThePayment,
        OrderId = order.Id,
        AmountMinorUnits = cents,
        Currency = currency,
        OccurredAt = Shop.Now,
        MessageId = "evt_1",
    };
}
