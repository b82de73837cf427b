using Webox.Domain.Payments;

namespace Webox.Domain.Orders;

/// <summary>Money that came for an order that it does not fit.</summary>
public static class MisfitMoney
{
    /// <summary>
    /// Which payments to give back so that no money is kept that does not fit: all of an order that was closed, those in another currency,
    /// those beside the one that paid it, and those of another amount. Empty while a dispute is open: then the provider holds the money.
    /// </summary>
    /// <param name="payments">All of the order.</param>
    /// <param name="events">All of the order.</param>
    public static IReadOnlyList<Payment> Find(Order order, IReadOnlyCollection<Payment> payments, IReadOnlyCollection<PaymentEvent> events)
    {
        if (order.Status is not OrderStatus.InReview || events.HaveOpenDispute())
        {
            return [];
        }

        var paying = order.Closure is OrderClosure.None
            ? payments.OrderBy(payment => payment.CreatedAt).FirstOrDefault(payment => payment.Captured == order.Total && payment.RefundedMinorUnits == 0)
            : null;
        return [.. payments.Where(payment => payment != paying && events.Any(e => e.PaymentId == payment.Id && e.Kind is PaymentEventKind.Captured))];
    }

    /// <summary>What is left of what one payment took, in the currency that it came in.</summary>
    /// <param name="payment">What it took in the order's currency, or else all that it took in the first other one.</param>
    public static Money Left(Payment payment, IReadOnlyCollection<PaymentEvent> events)
    {
        var own = events.Where(e => e.PaymentId == payment.Id).ToList();
        var currency = own.Find(e => e.Kind is PaymentEventKind.Captured && own.Captured(payment.Currency) == 0)?.Currency ?? payment.Currency;
        return new Money(own.Captured(currency) - own.WentBack(currency), currency);
    }
}
