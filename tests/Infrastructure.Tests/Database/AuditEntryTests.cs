using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Webox.Domain.Auditing;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Database;

public sealed class AuditEntryTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_written_stays_as_it_was(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        await using var db = webox.OpenDb();
        db.AuditEntries.Add(AuditEntry.Of(null, "product.updated", "mug", DateTimeOffset.UnixEpoch, "price 100 → 90 EUR"));
        await db.SaveChangesAsync(default);

        await Assert.ThrowsAnyAsync<DbException>(() => db.AuditEntries.ExecuteUpdateAsync(set => set.SetProperty(e => e.Detail, "price 100 → 95 EUR")));
        await Assert.ThrowsAnyAsync<DbException>(() => db.AuditEntries.ExecuteDeleteAsync());
        Assert.Equal("price 100 → 90 EUR", (await db.AuditEntries.SingleAsync()).Detail);
    }
}
