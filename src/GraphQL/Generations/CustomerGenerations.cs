using Microsoft.EntityFrameworkCore;
using Webox.Application;
using Webox.Domain.Customers;
using Webox.Domain.Generations;

namespace Webox.GraphQL.Generations;

[ExtendObjectType<Customer>]
public static class CustomerGenerations
{
    /// <summary>Newest first.</summary>
    [UsePaging(DefaultPageSize = 20, MaxPageSize = 100, IncludeTotalCount = true)]
    public static async Task<Connection<Generation>> GetGenerationsAsync(
        [Parent] Customer customer,
        GenerationKind? kind,
        GenerationStatus? status,
        bool? favorite,
        PagingArguments paging,
        IWeboxDb db,
        CancellationToken cancellationToken) =>
        await NewestFirst.ToConnectionAsync(
            paging,
            (newer, older) => Of(db.Generations.FromSql($"SELECT * FROM generations WHERE id > {newer} AND id < {older}"), customer.Id, kind, status, favorite),
            (generations, isReversed) => isReversed ? generations.OrderBy(g => g.Id) : generations.OrderByDescending(g => g.Id),
            generation => generation.Id.Value,
            await Of(db.Generations, customer.Id, kind, status, favorite).CountAsync(cancellationToken),
            cancellationToken);

    /// <summary>A signed address, valid for ten minutes, of a ZIP with all of the customer's generations and their files.</summary>
    public static Uri GetGenerationsExportUrl([Parent] Customer customer, SignedUrls urls, PublicAddress address) =>
        address.Of(urls.Sign(GenerationExportEndpoint.PathOf(customer.Id)));

    private static IQueryable<Generation> Of(
        IQueryable<Generation> generations, CustomerId owner, GenerationKind? kind, GenerationStatus? status, bool? favorite) =>
        generations.AsNoTracking()
            .Where(g => g.CustomerId == owner && (kind == null || g.Kind == kind) && (status == null || g.Status == status))
            .Where(g => favorite == null || g.Favorite == favorite);
}
