using Webox.Application.Generations;
using Webox.Domain.Accounts;
using Webox.Domain.Auditing;
using Webox.Domain.Customers;

namespace Webox.Application.Accounts;

/// <summary>Lets a customer fetch everything that the shop keeps about them.</summary>
public sealed class RequestExport(IWeboxDb db, IExportLimits limits, ICurrentCustomer current, TimeProvider clock)
{
    /// <returns>Whose export may be fetched now.</returns>
    /// <exception cref="TooManyAttemptsException">They asked too often.</exception>
    public async Task<CustomerId> ExecuteAsync(CancellationToken cancellationToken)
    {
        var id = current.Require();
        limits.CountRequest(id);
        db.AuditEntries.Add(AuditEntry.Of(id, "data.exported", id.Value.ToString(), clock.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
        return id;
    }
}
