using Microsoft.EntityFrameworkCore;
using Webox.Application;
using Webox.Domain.Customers;
using Webox.Domain.Promotions;

namespace Webox.GraphQL.Promotions;

[QueryType]
public static class PromoCodeQueries
{
    private static readonly Keyset<PromoCode, DateTimeOffset> Newest = new("-created", code => code.CreatedAt, code => code.Code, isDescending: true);

    /// <summary>Every promo code, newest first. Staff only.</summary>
    [Authorize(Roles = [nameof(Role.Support), nameof(Role.Catalog), nameof(Role.Finance), nameof(Role.Admin)])]
    [UsePaging(DefaultPageSize = 20, MaxPageSize = 100, IncludeTotalCount = true, AllowBackwardPagination = false)]
    public static Task<Connection<PromoCode>> GetPromoCodesAsync(PagingArguments paging, IWeboxDb db, CancellationToken cancellationToken) =>
        Newest.ToConnectionAsync(db.PromoCodes.AsNoTracking(), paging, cancellationToken);
}
