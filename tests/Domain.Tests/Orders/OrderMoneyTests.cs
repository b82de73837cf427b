using Webox.Domain.Orders;
using Webox.Domain.Payments;

namespace Webox.Domain.Tests.Orders;

/// <summary>The status of an order as a function of what is known about its money. Its total is 120.00.</summary>
public sealed class OrderMoneyTests
{
    private static readonly PaymentId First = PaymentId.From(Guid.CreateVersion7(Shop.Now));
    private static readonly PaymentId Second = PaymentId.From(Guid.CreateVersion7(Shop.Now));

    public static TheoryData<string, OrderStatus, long, long> Histories => new()
    {
        { "captured 12000", OrderStatus.Paid, 12000, 0 },
        { "captured 12000; refunded 2000", OrderStatus.PartiallyRefunded, 12000, 2000 },
        { "captured 12000; refunded 2000; refunded 10000", OrderStatus.Refunded, 12000, 12000 },
        { "captured 12000; total 2000; total 5000", OrderStatus.PartiallyRefunded, 12000, 5000 },
        { "captured 12000; refunded 2000; total 2000", OrderStatus.PartiallyRefunded, 12000, 2000 },
        { "captured 12000; refunded 2000; total 12000", OrderStatus.Refunded, 12000, 12000 },
        { "captured 12000; refunded 2000 re; failed 2000 re", OrderStatus.Paid, 12000, 0 },
        { "captured 12000; failed 2000 re", OrderStatus.Paid, 12000, 0 },
        { "captured 12000; total 2000; refunded 2000 re; failed 2000 re", OrderStatus.Paid, 12000, 0 },
        { "captured 12000; disputed 12000 dp", OrderStatus.InReview, 12000, 0 },
        { "captured 12000; disputed 12000 dp; closed 0 dp", OrderStatus.Paid, 12000, 0 },
        { "captured 12000; disputed 12000 dp; chargedback 12000 dp", OrderStatus.Refunded, 12000, 12000 },
        { "captured 12000; chargedback 12000 re; refunded 12000 re", OrderStatus.Refunded, 12000, 12000 },
        { "captured 12000; refunded 12000; chargedback 12000 dp", OrderStatus.InReview, 12000, 24000 },
        { "captured 11999", OrderStatus.InReview, 11999, 0 },
        { "captured 12001", OrderStatus.InReview, 12001, 0 },
        { "captured 12001; refunded 1", OrderStatus.Paid, 12001, 1 },
        { "captured 12000; captured 12000 second", OrderStatus.InReview, 24000, 0 },
        { "captured 12000; captured 12000 second; refunded 12000 second", OrderStatus.Paid, 24000, 12000 },
        { "captured 12000 usd", OrderStatus.InReview, 0, 0 },
        { "captured 12000 usd; refunded 12000 usd", OrderStatus.AwaitingPayment, 0, 0 },
        { "refunded 12000", OrderStatus.AwaitingPayment, 0, 0 },
        { "authorized 12000; canceled 0; refunded 12000 re; total 12000", OrderStatus.AwaitingPayment, 0, 0 },
        { "declined 0; canceled 0; processing 0; authorized 12000; fee 300", OrderStatus.AwaitingPayment, 0, 0 },
    };

    [Theory]
    [MemberData(nameof(Histories))]
    public void The_status_follows_from_the_events_in_any_order(string history, OrderStatus status, long paid, long refunded)
    {
        var random = new Random(20261125);
        for (var i = 0; i < 20; i++)
        {
            var order = Shop.Order(10000);
            var events = Read(history, order);
            random.Shuffle(events);
            var coveredTimes = 0;
            for (var known = 1; known <= events.Length; known++)
            {
                coveredTimes += order.ApplyMoney(events[..known], Shop.Now) ? 1 : 0;
            }

            Assert.Equal((status, paid, refunded), (order.Status, order.PaidMinorUnits, order.RefundedMinorUnits));
            Assert.Equal(order.PaidAt is null ? 0 : 1, coveredTimes);
            Assert.Equal(status is OrderStatus.Paid or OrderStatus.PartiallyRefunded || history.StartsWith("captured 12000;", StringComparison.Ordinal), order.PaidAt is not null);
        }
    }

    private static PaymentEvent[] Read(string history, Order order) =>
        [.. history.Split("; ").Select((text, i) => Read(text.Split(' '), i, order))];

    private static PaymentEvent Read(string[] words, int i, Order order) => new()
    {
        Provider = PaymentProvider.Stripe,
        ProviderObject = words.FirstOrDefault(word => word is "re" or "dp") ?? $"{i}",
        Kind = words[0] switch
        {
            "total" => PaymentEventKind.RefundTotal,
            "failed" => PaymentEventKind.RefundFailed,
            "disputed" => PaymentEventKind.DisputeOpened,
            "closed" => PaymentEventKind.DisputeClosed,
            var kind => Enum.Parse<PaymentEventKind>(kind, ignoreCase: true),
        },
        PaymentId = words.Contains("second") ? Second : First,
        OrderId = order.Id,
        AmountMinorUnits = long.Parse(words[1], null),
        Currency = words.Contains("usd") ? Currency.Usd : Currency.Eur,
        OccurredAt = Shop.Now.AddSeconds(i),
        MessageId = $"evt_{i}",
    };
}
