using Microsoft.EntityFrameworkCore;
using Webox.Domain.Orders;
using Webox.Domain.Payments;
using Webox.TestSupport;

namespace Webox.Application.Tests.Payments;

/// <summary>
/// A charge, its refunds, a dispute, a late failure and duplicates of them all end in the same state, whatever their order of arrival:
/// 10 of them, and 500 with <c>./test.sh --full</c>.
/// </summary>
public sealed class InterleavingTests
{
    private static readonly int Interleavings = Environment.GetEnvironmentVariable("WEBOX_FULL") is null ? 10 : 500;

    private static readonly Message[] History =
    [
        new("pi_1", "pi_1@1", PaymentEventKind.Declined, 0),
        new("pi_1", "pi_1@2", PaymentEventKind.Processing, 0, After: TimeSpan.FromSeconds(1)),
        new("pi_1", "ch_1", PaymentEventKind.Captured, 12000, Alias: "ch_1", After: TimeSpan.FromSeconds(2)),
        new("ch_1", "re_1", PaymentEventKind.Refunded, 2000, After: TimeSpan.FromSeconds(3)),
        new("ch_1", "ch_1:2000", PaymentEventKind.RefundTotal, 2000, After: TimeSpan.FromSeconds(3)),
        new("ch_1", "re_2", PaymentEventKind.Refunded, 1000, After: TimeSpan.FromSeconds(4)),
        new("ch_1", "ch_1:3000", PaymentEventKind.RefundTotal, 3000, After: TimeSpan.FromSeconds(4)),
        new("ch_1", "re_2", PaymentEventKind.RefundFailed, 1000, After: TimeSpan.FromSeconds(5)),
        new("ch_1", "dp_1", PaymentEventKind.DisputeOpened, 12000, After: TimeSpan.FromSeconds(6)),
        new("ch_1", "dp_1", PaymentEventKind.DisputeClosed, 0, After: TimeSpan.FromSeconds(7)),
        new("pi_1", "pi_1@3", PaymentEventKind.Declined, 0, After: TimeSpan.FromSeconds(8)),
    ];

    [Theory, OnSqlite, OnPostgres]
    public async Task Every_order_of_arrival_ends_in_the_same_state(DatabaseKind kind)
    {
        var (opened, _) = await ScriptedGatewayStage.OpenAsync(kind);
        await using var webox = opened;
        var product = await webox.GivenProductAsync(cents: 10000);
        var random = new Random(20261125);
        for (var run = 1; run <= Interleavings; run++)
        {
            var order = await webox.GivenOrderAsync(null, (product, 1));
            var payment = await webox.StartWithStripeAsync(order);
            var deliveries = History.Concat(History.Take(random.Next(History.Length))).ToArray();
            random.Shuffle(deliveries);

            foreach (var (message, i) in deliveries.Select((message, i) => (message, i)))
            {
                await webox.ReceiveAsync($"evt_{run}_{i}", Of(message, payment.ProviderReference!));
            }

            var stored = await webox.ReloadAsync(order);
            Assert.Equal(
                (OrderStatus.PartiallyRefunded, 12000L, 2000L, true),
                (stored.Status, stored.PaidMinorUnits, stored.RefundedMinorUnits, stored.PaidAt is not null));
        }

        await using var db = webox.OpenDb();
        Assert.Equal(Interleavings, await db.Products.Where(p => p.Id == product.Id).Select(p => p.SoldQuantity).SingleAsync());
        Assert.Equal(0, await db.PaymentInbox.CountAsync(message => message.AppliedAt == null));
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    // The names of this run's own payment.
    private static Message Of(Message message, string intent) => message with
    {
        Intent = message.Intent == "pi_1" ? intent : $"{intent}-{message.Intent}",
        Object = $"{intent}-{message.Object}",
        Alias = message.Alias is null ? null : $"{intent}-{message.Alias}",
    };
}
