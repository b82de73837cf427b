using Webox.Application;
using Webox.Application.Promotions;
using Webox.Domain.Customers;
using Webox.Domain.Promotions;

namespace Webox.GraphQL.Promotions;

/// <summary>
/// The codes of carts, each judged for whoever fills the cart. One query a cart: a document shows one, or two about a mutation. The key
/// names the version of the cart, because a document may show it before and after a mutation of its own.
/// </summary>
public sealed class PromoCodeOfCartDataLoader(IWeboxDbFactory databases, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<PromoCodeOfCart, AppliedPromoCode>(scheduler, options)
{
    protected override async Task<IReadOnlyDictionary<PromoCodeOfCart, AppliedPromoCode>> LoadBatchAsync(
        IReadOnlyList<PromoCodeOfCart> keys, CancellationToken cancellationToken)
    {
        await using var db = databases.Open();
        var found = new Dictionary<PromoCodeOfCart, AppliedPromoCode>();
        foreach (var key in keys)
        {
            found[key] = (await db.FindPromoCodeAsync(key.Id, key.Customer, key.Email, cancellationToken))!;
        }

        return found;
    }
}

public readonly record struct PromoCodeOfCart(PromoCodeId Id, CustomerId? Customer, string? Email, int CartVersion);
