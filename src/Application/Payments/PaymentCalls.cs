using Microsoft.EntityFrameworkCore;
using Webox.Domain.Payments;

namespace Webox.Application.Payments;

internal static class PaymentCalls
{
    /// <summary>Names a payment to its provider.</summary>
    /// <param name="purpose">Part of the idempotency key: one purpose, one key.</param>
    public static async Task<PaymentCall> CallAsync(this IWeboxDb db, Payment payment, string purpose, CancellationToken cancellationToken) => new(
        $"{payment.ProviderIdempotencyKey}-{purpose}",
        payment.ProviderReference ?? payment.ProviderIdempotencyKey,
        await db.PaymentReferences.AsNoTracking().Where(r => r.PaymentId == payment.Id).Select(r => r.Reference).ToListAsync(cancellationToken),
        payment.CapturesLater);
}
