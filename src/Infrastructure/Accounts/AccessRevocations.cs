using Microsoft.EntityFrameworkCore;
using Webox.Application.Accounts;
using Webox.Domain.Customers;
using Webox.Infrastructure.Database;

namespace Webox.Infrastructure.Accounts;

internal sealed class AccessRevocations(WeboxDbContext db, RevokedAccessReader reader, TimeProvider clock) : IAccessRevocations
{
    public async Task RevokeAsync(CustomerId customer, DateTimeOffset issuedUntil, CancellationToken cancellationToken)
    {
        var over = clock.GetUtcNow() - RevokedAccess.Remembered;
        await db.Set<AccessRevocation>().Where(r => r.IssuedUntil < over).ExecuteDeleteAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO access_revocations (customer_id, issued_until) VALUES ({customer.Value}, {issuedUntil.UtcDateTime})
            ON CONFLICT (customer_id) DO UPDATE SET issued_until = excluded.issued_until
            """,
            cancellationToken);
    }

    public Task ApplyAsync(CancellationToken cancellationToken) => reader.RefreshAsync(cancellationToken);
}
