using Webox.Domain.Carts;
using Webox.Domain.Customers;

namespace Webox.Application.Carts;

/// <summary>Which cart someone may open. A signed-in customer has one; a guest has what the token opens.</summary>
public sealed class CartAccess(ICurrentCustomer customer, CartTokens tokens)
{
    /// <summary>Whose cart a new one would be. Null for a guest.</summary>
    public CustomerId? Customer => customer.Id;

    /// <summary>The cart being filled: the customer's own, whatever the token, or the guest's that <paramref name="token"/> opens.</summary>
    public IQueryable<Cart> Current(IQueryable<Cart> carts, string? token)
    {
        var open = carts.Where(cart => cart.Status == CartStatus.Open);
        if (customer.Id is { } owner)
        {
            return open.Where(cart => cart.CustomerId == owner);
        }

        return tokens.Read(token) is { } id ? open.Where(cart => cart.Id == id && cart.CustomerId == null) : open.Where(_ => false);
    }

    /// <summary>That very cart, also when it became an order: the customer's own, or the guest's that <paramref name="token"/> opens.</summary>
    public IQueryable<Cart> ById(IQueryable<Cart> carts, CartId id, string? token)
    {
        var owner = customer.Id;
        var isOpened = tokens.Read(token) == id;
        return carts.Where(cart => cart.Id == id
            && ((cart.CustomerId != null && cart.CustomerId == owner) || (cart.CustomerId == null && isOpened)));
    }
}
