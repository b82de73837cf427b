using Microsoft.EntityFrameworkCore;
using Webox.Application;
using Webox.Application.Carts;
using Webox.Domain.Carts;

namespace Webox.GraphQL.Carts;

[QueryType]
public static class CartQueries
{
    /// <summary>The cart of the signed-in customer, or the guest cart that `token` opens. Null until something is added.</summary>
    [AllowAnonymous]
    public static Task<Cart?> GetCartAsync(string? token, CartAccess access, IWeboxDb db, CancellationToken cancellationToken) =>
        access.Current(db.Carts, token).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
}
