using Microsoft.EntityFrameworkCore;
using Webox.Domain;
using Webox.Domain.Auditing;
using Webox.Domain.Catalog;
using Webox.Domain.Customers;
using Webox.TestSupport;

namespace Webox.Application.Tests.Catalog;

/// <summary>A shop with one person who looks after the catalogue.</summary>
internal static class StaffAtWork
{
    public static Task<Customer> GivenStaffAsync(this TestWebox webox) => webox.GivenCustomerAsync("catalog@example.com", Role.Catalog);

    public static Money Euros(long cents) => new(cents, Currency.Eur);

    public static async Task<Product> StoredAsync(this TestWebox webox, string slug)
    {
        await using var db = webox.OpenDb();
        return await db.Products.AsNoTracking().SingleAsync(p => p.Slug == slug);
    }

    /// <summary>What the audit trail says, oldest first: action, subject, detail. The clock of tests stands still unless it is moved.</summary>
    public static async Task<List<(string Action, string Subject, string? Detail)>> TrailAsync(this TestWebox webox)
    {
        await using var db = webox.OpenDb();
        List<AuditEntry> entries = await db.AuditEntries.AsNoTracking().ToListAsync();
        return [.. entries.OrderBy(e => e.At).Select(e => (e.Action, e.Subject, e.Detail))];
    }
}
