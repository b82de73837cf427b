using Microsoft.EntityFrameworkCore;
using Webox.Application;
using Webox.Application.Orders;
using Webox.Application.Payments;
using Webox.Domain;
using Webox.Domain.Customers;
using Webox.Domain.Orders;
using Webox.Domain.Payments;

namespace Webox.GraphQL.Payments;

/// <summary>One attempt to collect an order's total through one provider.</summary>
[Node]
[ExtendObjectType<Payment>(IgnoreProperties =
[
    nameof(Payment.OrderId), nameof(Payment.IdempotencyKey), nameof(Payment.IdempotencyScope), nameof(Payment.RequestHash), nameof(Payment.Currency),
    nameof(Payment.AmountMinorUnits), nameof(Payment.CapturedMinorUnits), nameof(Payment.RefundedMinorUnits),
    nameof(Payment.ProviderReference), nameof(Payment.ProviderIdempotencyKey), nameof(Payment.Flow), nameof(Payment.CapturesLater),
    nameof(Payment.ReturnUrl), nameof(Payment.RefundsAskedMinorUnits), nameof(Payment.Action), nameof(Payment.CaptureAskedAt), nameof(Payment.IsDecided),
])]
public static class PaymentType
{
    /// <summary>Of one's own orders, or of any for staff: anybody else's is not found.</summary>
    [NodeResolver]
    public static Task<Payment?> GetPaymentByIdAsync(PaymentId id, ICurrentCustomer current, IWeboxDb db, CancellationToken cancellationToken) =>
        db.Payments.AsNoTracking().Of(db.Orders.VisibleTo(current)).SingleOrDefaultAsync(payment => payment.Id == id, cancellationToken);

    public static async Task<Order> GetOrderAsync([Parent] Payment payment, OrderOfPaymentDataLoader orders, CancellationToken cancellationToken) =>
        (await orders.LoadAsync((payment.OrderId, payment.Status), cancellationToken))!;

    /// <summary>What the customer must do now. Null when nothing.</summary>
    public static PaymentAction? GetNextAction([Parent] Payment payment, PaymentGateways gateways) =>
        gateways.Available.Contains(payment.Provider) ? PaymentAction.Of(gateways.For(payment.Provider).NextStepOf(payment)) : null;

    /// <summary>Newest first, those that failed included.</summary>
    public static async Task<IReadOnlyList<Refund>> GetRefundsAsync(
        [Parent] Payment payment, RefundsByPaymentIdDataLoader refunds, CancellationToken cancellationToken) =>
        payment.CapturedMinorUnits == 0
            ? [] // What was set aside and let go is no refund of money.
            : await refunds.LoadAsync((payment.Id, payment.RefundsAskedMinorUnits, payment.RefundedMinorUnits), cancellationToken) ?? [];

    /// <summary>What the provider kept, in the currency it settles in. Null until it told, and for everybody but finance.</summary>
    public static async Task<Money?> GetFeeAsync(
        [Parent] Payment payment, ICurrentCustomer current, FeeByPaymentIdDataLoader fees, CancellationToken cancellationToken) =>
        current is { Id: not null, Role: Role.Finance or Role.Admin } ? await fees.LoadAsync((payment.Id, payment.Status), cancellationToken) : null;
}
