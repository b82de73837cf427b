using Microsoft.EntityFrameworkCore;
using Webox.Domain;
using Webox.Domain.Customers;
using Webox.Domain.Orders;
using Webox.Domain.Promotions;

namespace Webox.Application.Promotions;

/// <summary>Who used which code: an order that was not closed unpaid is a use.</summary>
public static class PromoCodeUse
{
    /// <summary>The code of a cart, with how often whoever fills the cart used it: by the account, or by the e-mail address of the order.</summary>
    /// <param name="customer">Null for a guest.</param>
    /// <param name="email">Of the cart. Null: not known yet.</param>
    public static async Task<AppliedPromoCode?> FindPromoCodeAsync(
        this IWeboxDb db, PromoCodeId? id, CustomerId? customer, string? email, CancellationToken cancellationToken)
    {
        if (id is null)
        {
            return null;
        }

        var uses = db.Orders.Of(id.Value, customer, email);
        var found = await db.PromoCodes.AsNoTracking().Where(code => code.Id == id).Select(code => new { Code = code, Uses = uses.Count() })
            .SingleAsync(cancellationToken);
        return new AppliedPromoCode(found.Code, found.Uses);
    }

    /// <summary>
    /// Uses a code up for an order that is already written, once. The code is locked from here to the end of the transaction, so that
    /// whoever counts its uses has seen all before.
    /// </summary>
    /// <exception cref="PromoCodeNotUsableException">Others were faster; the transaction must roll back.</exception>
    internal static async Task UsePromoCodeAsync(this IWeboxDb db, Order order, CancellationToken cancellationToken)
    {
        if (order.PromoCodeId is not { } id)
        {
            return;
        }

        var used = await db.PromoCodes.Where(code => code.Id == id && code.Active && (code.UsesMax == null || code.UseCount < code.UsesMax))
            .ExecuteUpdateAsync(set => set.SetProperty(code => code.UseCount, code => code.UseCount + 1), cancellationToken);
        var (found, uses) = await db.FindPromoCodeAsync(id, order.CustomerId, order.Email, cancellationToken) ?? throw new PromoCodeNotFoundException();
        if (used == 0 || uses > found.UsesPerCustomerMax)
        {
            throw new PromoCodeNotUsableException(found.Active ? PromoCodeProblem.UsedUp : PromoCodeProblem.Inactive);
        }
    }

    /// <summary>Gives back the use of an order that was closed unpaid.</summary>
    internal static async Task GivePromoCodeBackAsync(this IWeboxDb db, Order order, CancellationToken cancellationToken)
    {
        if (order.PromoCodeId is { } id)
        {
            await db.PromoCodes.Where(code => code.Id == id)
                .ExecuteUpdateAsync(set => set.SetProperty(code => code.UseCount, code => code.UseCount - 1), cancellationToken);
        }
    }

    private static IQueryable<Order> Of(this IQueryable<Order> orders, PromoCodeId code, CustomerId? customer, string? email)
    {
        var address = email is null ? null : EmailAddress.Parse(email).Normalized;
#pragma warning disable CA1304, CA1311, CA1862 // It becomes SQL. Addresses are ASCII: both databases fold them alike.
        return orders.Where(order => order.PromoCodeId == code && order.Closure == OrderClosure.None
            && ((order.CustomerId != null && order.CustomerId == customer) || (address != null && order.Email.ToUpper() == address)));
#pragma warning restore CA1304, CA1311, CA1862
    }
}
