using Webox.Domain.Carts;

namespace Webox.GraphQL.Promotions;

/// <param name="Cart">Null when there is none.</param>
public sealed record RemovePromoCodePayload(Cart? Cart);
