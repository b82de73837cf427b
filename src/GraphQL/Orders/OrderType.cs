using Microsoft.EntityFrameworkCore;
using Webox.Application;
using Webox.Application.Carts;
using Webox.Application.Orders;
using Webox.Domain.Orders;
using Webox.Domain.Payments;
using Webox.GraphQL.Payments;

namespace Webox.GraphQL.Orders;

/// <summary>A sale. Its lines and prices never change.</summary>
[Node]
[ExtendObjectType<Order>(IgnoreProperties =
[
    nameof(Order.CartId), nameof(Order.CustomerId), nameof(Order.Closure), nameof(Order.Version), nameof(Order.Email), nameof(Order.Currency),
    nameof(Order.SubtotalMinorUnits), nameof(Order.DiscountMinorUnits), nameof(Order.ShippingMinorUnits), nameof(Order.TaxMinorUnits),
    nameof(Order.TotalMinorUnits), nameof(Order.PromoCodeId), nameof(Order.TaxLines), nameof(Order.LineCosts), nameof(Order.PaidMinorUnits), nameof(Order.RefundedMinorUnits),
    nameof(Order.ExpiresAt), nameof(Order.CreditsGranted), nameof(Order.CreditsKept),
])]
public static class OrderType
{
    /// <summary>One's own, or any for staff: anybody else's is not found.</summary>
    [NodeResolver]
    public static Task<Order?> GetOrderByIdAsync(OrderId id, ICurrentCustomer current, IWeboxDb db, CancellationToken cancellationToken) =>
        db.Orders.AsNoTracking().VisibleTo(current).SingleOrDefaultAsync(order => order.Id == id, cancellationToken);

    /// <summary>Where it can go from here. Empty: it is finished.</summary>
    public static IReadOnlyList<OrderStatus> GetNextStatuses([Parent] Order order) => order.Status.Next();

    /// <summary>As they stood in the cart.</summary>
    public static IReadOnlyList<OrderLine> GetLines([Parent] Order order) => [.. order.Lines.OrderBy(line => line.Position)];

    /// <summary>Keys of the digital goods on it, once it is paid. Only the buyer sees them: for everybody else the list is empty.</summary>
    /// <param name="cartToken">A guest's order shows them only with the token of its cart.</param>
    public static async Task<IReadOnlyList<License>> GetLicensesAsync(
        [Parent] Order order, string? cartToken, ICurrentCustomer current, CartTokens tokens, LicensesByOrderDataLoader licenses, CancellationToken cancellationToken) =>
        order.BelongsTo(current, tokens.Read(cartToken)) ? await licenses.LoadAsync((order.Id, order.Version), cancellationToken) ?? [] : [];

    /// <summary>Every attempt to pay, newest first.</summary>
    public static async Task<IReadOnlyList<Payment>> GetPaymentsAsync(
        [Parent] Order order, PaymentsByOrderIdDataLoader payments, CancellationToken cancellationToken) =>
        await payments.LoadAsync((order.Id, order.Version), cancellationToken) ?? [];
}
