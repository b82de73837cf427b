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
        PagingArguments paging,
        IWeboxDb db,
        CancellationToken cancellationToken) =>
        await NewestFirst.ToConnectionAsync(
            paging,
            (newer, older) => Of(db.Generations.FromSql($"SELECT * FROM generations WHERE id > {newer} AND id < {older}"), customer.Id, kind, status),
            (generations, isReversed) => isReversed ? generations.OrderBy(g => g.Id) : generations.OrderByDescending(g => g.Id),
            generation => generation.Id.Value,
            await Of(db.Generations, customer.Id, kind, status).CountAsync(cancellationToken),
            cancellationToken);

    private static IQueryable<Generation> Of(
        IQueryable<Generation> generations, CustomerId owner, GenerationKind? kind, GenerationStatus? status) =>
        generations.AsNoTracking()
            .Where(g => g.CustomerId == owner && (kind == null || g.Kind == kind) && (status == null || g.Status == status));
}
