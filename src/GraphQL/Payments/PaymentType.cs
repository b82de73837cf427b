using Microsoft.EntityFrameworkCore;
using Webox.Application;
using Webox.Application.Orders;
using Webox.Application.Payments;
using Webox.Domain.Orders;
using Webox.Domain.Payments;

namespace Webox.GraphQL.Payments;

/// <summary>One attempt to collect an order's total through one provider.</summary>
[Node]
[ExtendObjectType<Payment>(IgnoreProperties =
[
    nameof(Payment.OrderId), nameof(Payment.IdempotencyKey), nameof(Payment.IdempotencyScope), nameof(Payment.RequestHash), nameof(Payment.Currency),
    nameof(Payment.AmountMinorUnits), nameof(Payment.CapturedMinorUnits), nameof(Payment.RefundedMinorUnits),
    nameof(Payment.ProviderReference), nameof(Payment.ProviderIdempotencyKey),
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
    public static PaymentAction? GetNextAction([Parent] Payment payment) => payment switch
    {
        { Provider: PaymentProvider.Sandbox, Status: PaymentStatus.RequiresAction } => new ConfirmInSandbox(Enum.GetValues<SandboxOutcome>()),
        _ => null,
    };
}
