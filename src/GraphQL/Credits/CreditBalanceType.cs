using Microsoft.EntityFrameworkCore;
using Webox.Application;
using Webox.Application.Credits;
using Webox.Domain.Credits;

namespace Webox.GraphQL.Credits;

[ExtendObjectType<CreditBalance>(IgnoreProperties = [nameof(CreditBalance.Owner)])]
public static class CreditBalanceType
{
    /// <summary>What this month's generations used, and hold for those still running.</summary>
    public static Task<int> GetUsedThisMonthAsync(
        [Parent] CreditBalance balance, IWeboxDb db, TimeProvider clock, CancellationToken cancellationToken) =>
        db.UsedThisMonthAsync(balance.Owner, balance.Reserved, clock.GetUtcNow(), cancellationToken);

    /// <summary>Every movement, newest first. Their sum is `available`.</summary>
    [UsePaging(DefaultPageSize = 20, MaxPageSize = 100, AllowBackwardPagination = false)]
    public static Task<Connection<CreditEntry>> GetEntriesAsync(
        [Parent] CreditBalance balance, PagingArguments paging, IWeboxDb db, CancellationToken cancellationToken) =>
        NewestFirst.ToConnectionAsync(
            paging,
            (newer, older) => db.CreditEntries.FromSql($"SELECT * FROM credit_entries WHERE id > {newer} AND id < {older}")
                .AsNoTracking().Where(entry => entry.CustomerId == balance.Owner),
            (entries, isReversed) => isReversed ? entries.OrderBy(entry => entry.Id) : entries.OrderByDescending(entry => entry.Id),
            entry => entry.Id.Value,
            totalCount: 0,
            cancellationToken);
}
