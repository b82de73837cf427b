using Microsoft.EntityFrameworkCore;
using Webox.Application;
using Webox.Domain.Customers;
using Webox.Domain.Promotions;

namespace Webox.GraphQL.Promotions;

/// <summary>A word that takes something off an order. Shown to staff.</summary>
[Node]
[ExtendObjectType<PromoCode>(IgnoreProperties =
[
    nameof(PromoCode.Currency), nameof(PromoCode.MinimumSubtotalMinorUnits), nameof(PromoCode.CreatedAt),
])]
public static class PromoCodeType
{
    /// <summary>Null for everybody but staff.</summary>
    [NodeResolver]
    public static async Task<PromoCode?> GetPromoCodeByIdAsync(PromoCodeId id, ICurrentCustomer current, IWeboxDb db, CancellationToken cancellationToken) =>
        current is { Id: not null, Role: not Role.Customer }
            ? await db.PromoCodes.AsNoTracking().SingleOrDefaultAsync(code => code.Id == id, cancellationToken)
            : null;
}
