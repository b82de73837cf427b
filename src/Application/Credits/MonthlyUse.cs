using Microsoft.EntityFrameworkCore;
using Webox.Domain.Credits;
using Webox.Domain.Customers;

namespace Webox.Application.Credits;

/// <summary>What a customer's generations use in a calendar month (UTC).</summary>
public static class MonthlyUse
{
    /// <returns>Credits charged this month and those held for generations that have not finished.</returns>
    public static async Task<int> UsedThisMonthAsync(
        this IWeboxDb db, CustomerId customer, int reserved, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var month = new DateTimeOffset(now.UtcDateTime.Year, now.UtcDateTime.Month, 1, 0, 0, 0, TimeSpan.Zero);
        var charged = await db.CreditEntries
            .Where(e => e.CustomerId == customer && e.Kind == CreditEntryKind.Charge && e.CreatedAt >= month)
            .SumAsync(e => e.Amount, cancellationToken);
        return reserved - charged;
    }
}
