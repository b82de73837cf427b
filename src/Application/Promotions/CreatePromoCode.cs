using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Webox.Domain.Auditing;
using Webox.Domain.Promotions;

namespace Webox.Application.Promotions;

/// <summary>Offers a new code.</summary>
public sealed class CreatePromoCode(IWeboxDb db, ICurrentCustomer staff, TimeProvider clock)
{
    /// <exception cref="InvalidPromoCodeException">A part of it makes no sense; nothing is saved.</exception>
    /// <exception cref="PromoCodeTakenException">There is one already, perhaps inactive.</exception>
    public Task<PromoCode> ExecuteAsync(PromoCodeTerms terms, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var code = PromoCode.Create(terms, now);
        return db.InTransactionOrAfterRivalAsync(
            async () =>
            {
                if (await db.PromoCodes.AnyAsync(c => c.Code == code.Code, cancellationToken))
                {
                    throw new PromoCodeTakenException(code.Code);
                }

                db.PromoCodes.Add(code);
                db.AuditEntries.Add(AuditEntry.Of(staff.Id, "promo_code.created", code.Code, now, Detail(code)));
                await db.SaveChangesAsync(cancellationToken);
                return code;
            },
            cancellationToken);
    }

    private static string Detail(PromoCode code) => string.Create(
        CultureInfo.InvariantCulture,
        $"{code.Kind} {code.Value}, from {code.MinimumSubtotal}, uses {code.UsesMax}, each {code.UsesPerCustomerMax}, {code.StartsAt:O} – {code.ExpiresAt:O}");
}
