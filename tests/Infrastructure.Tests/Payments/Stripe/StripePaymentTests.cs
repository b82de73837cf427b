using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Webox.Application.Payments;
using Webox.Domain.Orders;
using Webox.Domain.Payments;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Payments.Stripe;

/// <summary>What Stripe says, taken in by the use cases: from its words to the money of an order.</summary>
public sealed class StripePaymentTests : IDisposable
{
    private readonly ScriptedStripe _stripe = new();

    public void Dispose() => _stripe.Dispose();

    [Fact]
    public async Task In_whatever_order_its_messages_come_a_payment_is_the_same()
    {
        string[] messages =
        [
            StripeSays.Event("payment_intent.succeeded", StripeSays.Intent("succeeded", ""","amount_received":5999,"latest_charge":"ch_1" """)),
            StripeSays.Event("charge.succeeded", StripeSays.Charge(more: ""","captured":true,"amount_captured":5999 """)),
            StripeSays.Event("charge.refunded", StripeSays.Charge(more: ""","captured":true,"amount_captured":5999,"amount_refunded":500 """)),
            StripeSays.Event("refund.created", StripeSays.Refund()),
        ];
        foreach (var order in Orders(messages))
        {
            await using var webox = await OpenAsync();
            _stripe.Answers(StripeSays.Intent("requires_payment_method"));
            var payment = await StartAsync(webox);

            foreach (var message in order.Append(order[0]))
            {
                await ReceiveAsync(webox, payment, message);
            }

            var (stored, sale) = await ReloadAsync(webox, payment);
            Assert.Equal((PaymentStatus.Succeeded, 5999, 500), (stored.Status, stored.CapturedMinorUnits, stored.RefundedMinorUnits));
            Assert.Equal((OrderStatus.PartiallyRefunded, 5999, 500), (sale.Status, sale.PaidMinorUnits, sale.RefundedMinorUnits));
            Assert.Empty(await webox.BrokenInvariantsAsync());
        }
    }

    [Fact]
    public async Task A_payment_whose_answer_was_lost_is_found_by_its_own_key()
    {
        await using var webox = await OpenAsync();
        _stripe.BreaksOff().BreaksOff().BreaksOff();

        await Assert.ThrowsAsync<PaymentProviderUnavailableException>(() => StartAsync(webox));

        await using var db = webox.OpenDb();
        var payment = await db.Payments.AsNoTracking().SingleAsync();
        await ReceiveAsync(webox, payment, StripeSays.Event("payment_intent.succeeded", StripeSays.Intent("succeeded", ""","amount_received":5999 """)));

        Assert.Equal(PaymentStatus.Succeeded, (await ReloadAsync(webox, payment)).Payment.Status);
    }

    [Fact]
    public async Task A_refund_that_is_asked_for_here_is_one_with_what_Stripe_says_of_it()
    {
        await using var webox = await OpenAsync();
        _stripe.Answers(StripeSays.Intent("requires_payment_method"));
        var payment = await StartAsync(webox);
        await ReceiveAsync(webox, payment, StripeSays.Event("payment_intent.succeeded", StripeSays.Intent("succeeded", ""","amount_received":5999 """)));
        _stripe.Answers(_ => Task.FromResult<HttpContent>(new StringContent(Echo("pending"))));

        var refund = await webox.RunAsync<RefundPayment, Refund>(null, ask => ask.ExecuteAsync(payment.Id, 500, [], null, "key-2", default));
        await ReceiveAsync(webox, payment, StripeSays.Event("refund.updated", Echo("succeeded")));
        await ReceiveAsync(webox, payment, StripeSays.Event("charge.refunded", StripeSays.Charge(more: ""","captured":true,"amount_refunded":500 """)));

        await using var db = webox.OpenDb();
        Assert.Equal(("re_1", RefundStatus.Succeeded), (refund.ProviderReference, refund.Status));
        Assert.Equal(refund.Id, Assert.Single(await db.Refunds.AsNoTracking().ToListAsync()).Id);
        Assert.Equal(500, (await ReloadAsync(webox, payment)).Order.RefundedMinorUnits);

        string Echo(string status) => StripeSays.Refund(
            status, $$$""","metadata":{"webox_refund":"{{{_stripe.Requests[^1]["metadata[webox_refund]"]}}}"}""");
    }

    private Task<TestWebox> OpenAsync() =>
        TestWebox.OpenAsync(DatabaseKind.Sqlite, configure: services => services.AddSingleton<IPaymentGateway>(_stripe.Gateway()));

    private static async Task<Payment> StartAsync(TestWebox webox)
    {
        var order = await webox.GivenOrderAsync(null, (await webox.GivenProductAsync(4999), 1));
        return await webox.RunAsync<StartPayment, Payment>(null, start => start.ExecuteAsync(
            order.Id, PaymentProvider.Stripe, PaymentFlow.Embedded, new Uri("https://shop.example/thanks"), "key-1", default));
    }

    /// <summary>The message as Stripe would send it about this payment; the same text is the same message.</summary>
    private static Task ReceiveAsync(TestWebox webox, Payment payment, string message) => webox.RunAsync<ReceivePaymentEvent>(
        null,
        receive => receive.ExecuteAsync(
            PaymentProvider.Stripe,
            $"evt_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(message)))}",
            Encoding.UTF8.GetBytes(message.Replace("webox-1", payment.ProviderIdempotencyKey, StringComparison.Ordinal)),
            default));

    private static async Task<(Payment Payment, Order Order)> ReloadAsync(TestWebox webox, Payment payment)
    {
        await using var db = webox.OpenDb();
        return (
            await db.Payments.AsNoTracking().SingleAsync(p => p.Id == payment.Id),
            await db.Orders.AsNoTracking().SingleAsync(o => o.Id == payment.OrderId));
    }

    private static IEnumerable<string[]> Orders(string[] messages) => messages.Length == 0
        ? [[]]
        : messages.SelectMany(first => Orders([.. messages.Where(other => other != first)]).Select(rest => (string[])[first, .. rest]));
}
