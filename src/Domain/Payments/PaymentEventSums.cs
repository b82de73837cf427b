namespace Webox.Domain.Payments;

/// <summary>What events add up to. Every sum is a function of the set of events, so it does not depend on their order of arrival.</summary>
internal static class PaymentEventSums
{
    /// <summary>Minor units taken; another currency does not count.</summary>
    public static long Captured(this IEnumerable<PaymentEvent> events, Currency currency) =>
        events.In(currency).Where(e => e.Kind is PaymentEventKind.Captured).Sum();

    /// <summary>
    /// Minor units that went back, by refund or chargeback; another currency does not count. Refunds are told of one by one, or as the
    /// total of a charge, or both ways: the larger says more. What failed to reach the customer is back with the shop. Money that was
    /// never taken does not go back: providers call it a refund, too, when they let go what was set aside.
    /// </summary>
    public static long WentBack(this IEnumerable<PaymentEvent> events, Currency currency) => events.In(currency)
        .GroupBy(e => e.PaymentId).Where(payment => payment.Any(e => e.Kind is PaymentEventKind.Captured))
        .Sum(payment =>
        {
            var failed = payment.Where(e => e.Kind is PaymentEventKind.RefundFailed).Sum();
            var chargedBack = payment.Where(e => e.Kind is PaymentEventKind.ChargedBack).Select(e => e.ProviderObject).ToHashSet();
            var singly = payment.Where(e => e.Kind is PaymentEventKind.Refunded or PaymentEventKind.RefundFailed)
                .Where(e => !chargedBack.Contains(e.ProviderObject)) // PayPal lists a reversal among the refunds, too.
                .GroupBy(e => e.ProviderObject).Select(refund => refund.Max(e => e.AmountMinorUnits)).Sum();
            var inAll = payment.Where(e => e.Kind is PaymentEventKind.RefundTotal).Select(e => e.AmountMinorUnits).DefaultIfEmpty().Max();
            return checked(Math.Max(singly, inAll) - failed + payment.Where(e => e.Kind is PaymentEventKind.ChargedBack).Sum());
        });

    /// <summary>True while a dispute that was opened has no end.</summary>
    public static bool HaveOpenDispute(this IEnumerable<PaymentEvent> events) => events
        .Where(e => e.Kind is PaymentEventKind.DisputeOpened or PaymentEventKind.DisputeClosed or PaymentEventKind.ChargedBack)
        .GroupBy(e => (e.Provider, e.ProviderObject))
        .Any(dispute => dispute.All(e => e.Kind is PaymentEventKind.DisputeOpened));

    /// <summary>True when money in a currency other than the order's came and did not all go back.</summary>
    public static bool HaveForeignMoney(this IReadOnlyCollection<PaymentEvent> events, Currency currency) => events
        .Select(e => e.Currency).Where(other => other != currency).Distinct()
        .Any(other => events.Captured(other) != events.WentBack(other));

    private static IEnumerable<PaymentEvent> In(this IEnumerable<PaymentEvent> events, Currency currency) => events.Where(e => e.Currency == currency);

    private static long Sum(this IEnumerable<PaymentEvent> events) => events.Aggregate(0L, (sum, e) => checked(sum + e.AmountMinorUnits));
}
