using Microsoft.EntityFrameworkCore;
using Webox.Application;
using Webox.Application.Orders;
using Webox.Domain.Payments;

namespace Webox.GraphQL.Payments;

/// <summary>Captured money given back.</summary>
[Node]
[ExtendObjectType<Refund>(IgnoreProperties =
[
    nameof(Refund.PaymentId), nameof(Refund.OrderId), nameof(Refund.Currency), nameof(Refund.AmountMinorUnits), nameof(Refund.IdempotencyKey),
    nameof(Refund.RequestHash), nameof(Refund.ProviderReference), nameof(Refund.ProviderIdempotencyKey), nameof(Refund.CreditsTakenBack),
    nameof(Refund.Lines),
])]
public static class RefundType
{
    /// <summary>Of one's own orders, or of any for staff: anybody else's is not found.</summary>
    [NodeResolver]
    public static Task<Refund?> GetRefundByIdAsync(RefundId id, ICurrentCustomer current, IWeboxDb db, CancellationToken cancellationToken) =>
        db.Refunds.AsNoTracking().Where(refund => db.Orders.VisibleTo(current).Any(order => order.Id == refund.OrderId))
            .SingleOrDefaultAsync(refund => refund.Id == id, cancellationToken);
}
