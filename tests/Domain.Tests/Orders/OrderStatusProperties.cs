using FsCheck;
using FsCheck.Fluent;
using Webox.Domain.Orders;
using Webox.Domain.Payments;

namespace Webox.Domain.Tests.Orders;

/// <summary>An order lives through anything that can happen to it, in the order in which it happens, and is never where it cannot be.</summary>
public sealed class OrderStatusProperties
{
    private enum Happening
    {
        Capture,
        CaptureAgain,
        CaptureTooLittle,
        CaptureForeign,
        RefundSome,
        RefundAll,
        RefundFails,
        DisputeOpens,
        DisputeEnds,
        ChargeBack,
        Cancel,
        Expire,
        Fulfill,
    }

    private static readonly Gen<List<Happening>> Lives =
        Gen.Elements(Enum.GetValues<Happening>()).ListOf().Select(life => life.ToList());

    [Fact]
    public void A_status_follows_only_one_from_which_it_can() => Lives.Check(life =>
    {
        var story = new Story();
        return life.TrueForAll(happening =>
        {
            var before = story.Order.Status;
            story.Live(happening);
            var after = story.Order.Status;

            // From the end it goes on only when a refund did not reach the customer after all, or money comes that nobody owes.
            return before == after || before.Next().Contains(after) || before is OrderStatus.Refunded;
        });
    });

    [Fact]
    public void A_status_always_says_what_is_true_of_the_money() => Lives.Check(life =>
    {
        var story = new Story();
        return life.TrueForAll(happening =>
        {
            story.Live(happening);
            var order = story.Order;
            var kept = order.PaidMinorUnits - order.RefundedMinorUnits;
            return order.Status switch
            {
                OrderStatus.AwaitingPayment => order is { PaidMinorUnits: 0, Closure: OrderClosure.None },
                OrderStatus.Paid => kept == order.TotalMinorUnits && order is { Closure: OrderClosure.None, FulfilledAt: null, PaidAt: not null },
                OrderStatus.Fulfilled => kept == order.TotalMinorUnits && order is { Closure: OrderClosure.None, FulfilledAt: not null, PaidAt: not null },
                OrderStatus.PartiallyRefunded => kept > 0 && kept < order.TotalMinorUnits && order.Closure is OrderClosure.None,
                OrderStatus.Refunded => kept == 0 && order.PaidMinorUnits > 0,
                OrderStatus.Canceled => order is { PaidMinorUnits: 0, Closure: OrderClosure.Canceled },
                OrderStatus.Expired => order is { PaidMinorUnits: 0, Closure: OrderClosure.Expired },
                _ => true,
            };
        });
    });

    [Fact]
    public void An_order_that_was_given_up_is_never_sold_and_one_that_was_paid_is_never_given_up() => Lives.Check(life =>
    {
        var story = new Story();
        life.ForEach(story.Live);
        var order = story.Order;
        return order.Closure is OrderClosure.None || (order.PaidAt is null && order.FulfilledAt is null);
    });

    private sealed class Story
    {
        private readonly List<PaymentEvent> _events = [];
        private int _count;

        public Order Order { get; } = Shop.Order(10000);

        public void Live(Happening happening)
        {
            switch (happening)
            {
                case Happening.Cancel when Order.Status is OrderStatus.AwaitingPayment:
                    Order.Cancel();
                    break;
                case Happening.Expire:
                    Order.Expire(Order.ExpiresAt);
                    break;
                case Happening.Fulfill when Order.Status is OrderStatus.Paid or OrderStatus.PartiallyRefunded:
                    Order.Fulfill(null, Shop.Now);
                    break;
                case Happening.Cancel or Happening.Fulfill:
                    break;
                default:
                    Hear(happening);
                    break;
            }
        }

        private void Hear(Happening happening)
        {
            var kept = Order.PaidMinorUnits - Order.RefundedMinorUnits;
            var refund = _events.FindLast(e => e.Kind is PaymentEventKind.Refunded && !_events.Exists(f => f.Kind is PaymentEventKind.RefundFailed && f.ProviderObject == e.ProviderObject));
            var dispute = _events.FindLast(e => e.Kind is PaymentEventKind.DisputeOpened && !_events.Exists(f => f.Kind is PaymentEventKind.DisputeClosed or PaymentEventKind.ChargedBack && f.ProviderObject == e.ProviderObject));
            PaymentEvent? news = happening switch
            {
                Happening.Capture or Happening.CaptureAgain => Event(PaymentEventKind.Captured, Order.TotalMinorUnits),
                Happening.CaptureTooLittle => Event(PaymentEventKind.Captured, Order.TotalMinorUnits - 1),
                Happening.CaptureForeign => Event(PaymentEventKind.Captured, Order.TotalMinorUnits, Currency.Usd),
                Happening.RefundSome when kept > 1 => Event(PaymentEventKind.Refunded, kept / 2),
                Happening.RefundAll when kept > 0 => Event(PaymentEventKind.Refunded, kept),
                Happening.RefundFails when refund is not null => Event(PaymentEventKind.RefundFailed, refund.AmountMinorUnits, about: refund),
                Happening.DisputeOpens when kept > 0 => Event(PaymentEventKind.DisputeOpened, kept),
                Happening.DisputeEnds when dispute is not null => Event(PaymentEventKind.DisputeClosed, 0, about: dispute),
                Happening.ChargeBack when dispute is not null && kept > 0 => Event(PaymentEventKind.ChargedBack, kept, about: dispute),
                _ => null,
            };
            if (news is not null)
            {
                _events.Add(news);
                Order.ApplyMoney(_events, Shop.Now);
            }
        }

        private PaymentEvent Event(PaymentEventKind kind, long amount, Currency? currency = null, PaymentEvent? about = null) => new()
        {
            Provider = PaymentProvider.Stripe,
            ProviderObject = about?.ProviderObject ?? $"{_count++}",
            Kind = kind,
            PaymentId = about?.PaymentId ?? (kind is PaymentEventKind.Captured ? PaymentId.From(Guid.CreateVersion7(Shop.Now)) : Paying),
            OrderId = Order.Id,
            AmountMinorUnits = amount,
            Currency = currency ?? Currency.Eur,
            OccurredAt = Shop.Now,
            MessageId = "m",
        };

        private PaymentId Paying => _events.First(e => e.Kind is PaymentEventKind.Captured && e.Currency == Currency.Eur).PaymentId;
    }
}
