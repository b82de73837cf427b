using Microsoft.EntityFrameworkCore;
using Webox.Domain.Auditing;
using Webox.Domain.Promotions;

namespace Webox.Application.Promotions;

/// <summary>Ends a code: nobody can use it from now on, orders that did keep their discount. Safe to repeat.</summary>
public sealed class DeactivatePromoCode(IWeboxDb db, ICurrentCustomer staff, TimeProvider clock)
{
    /// <exception cref="PromoCodeNotFoundException">No such code.</exception>
    public Task<PromoCode> ExecuteAsync(PromoCodeId id, CancellationToken cancellationToken) => db.InTransactionAsync(
        async () =>
        {
            var code = await db.PromoCodes.SingleOrDefaultAsync(c => c.Id == id, cancellationToken) ?? throw new PromoCodeNotFoundException();
            if (code.Deactivate())
            {
                db.AuditEntries.Add(AuditEntry.Of(staff.Id, "promo_code.deactivated", code.Code, clock.GetUtcNow()));
                await db.SaveChangesAsync(cancellationToken);
            }

            return code;
        },
        cancellationToken);
}
