using Webox.Domain;
using Webox.Domain.Orders;
using Webox.Domain.Payments;

namespace Webox.GraphQL.Payments;

/// <summary>What the checkout page is told when it is opened.</summary>
/// <param name="Order">Null: the page asks to sign in.</param>
/// <param name="Providers">In the order in which to offer them.</param>
/// <param name="CapturesLater">True: money is set aside at checkout, and taken by finance.</param>
/// <param name="PaypalClientId">Public: PayPal's script has it in its address. Null: PayPal is not offered.</param>
internal sealed record CheckoutPageData(
    string OrderId, CheckoutPageOrder? Order, IReadOnlyList<PaymentProvider> Providers, bool CapturesLater, string? PaypalClientId);

/// <summary>
/// An order under the names that the API has for its fields. What was sold is shown only while the order can be paid: the API's answer to
/// paying shows it then, too.
/// </summary>
internal sealed record CheckoutPageOrder(
    string Number,
    OrderStatus Status,
    IReadOnlyList<CheckoutPageLine>? Lines,
    CheckoutPageMoney? Subtotal,
    CheckoutPageMoney? Discount,
    CheckoutPageMoney? Shipping,
    CheckoutPageMoney? Tax,
    CheckoutPageMoney Total)
{
    public static CheckoutPageOrder? Of(Order? order) => order switch
    {
        null => null,
        { Status: OrderStatus.AwaitingPayment } => new(
            order.Number,
            order.Status,
            [.. order.Lines.OrderBy(line => line.Position).Select(CheckoutPageLine.Of)],
            CheckoutPageMoney.Of(order.Subtotal),
            CheckoutPageMoney.Of(order.Discount),
            CheckoutPageMoney.Of(order.Shipping),
            CheckoutPageMoney.Of(order.Tax),
            CheckoutPageMoney.Of(order.Total)),
        _ => new(order.Number, order.Status, null, null, null, null, null, CheckoutPageMoney.Of(order.Total)),
    };
}

internal sealed record CheckoutPageLine(string Name, int Quantity, CheckoutPageMoney Total)
{
    public static CheckoutPageLine Of(OrderLine line) => new(line.Name, line.Quantity, CheckoutPageMoney.Of(line.Total));
}

internal sealed record CheckoutPageMoney(string Decimal, string Currency)
{
    public static CheckoutPageMoney Of(Money money) => new(money.ToDecimalString(), money.Currency.Code);
}
