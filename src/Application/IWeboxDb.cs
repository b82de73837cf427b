using Microsoft.EntityFrameworkCore;
using Webox.Domain.Credits;
using Webox.Domain.Customers;
using Webox.Domain.Generations;

namespace Webox.Application;

/// <summary>
/// The database, as use cases see it: one set per aggregate root, one way to save, one way to decide.
/// A loaded aggregate is always whole, because its parts are mapped to come with it.
/// </summary>
public interface IWeboxDb
{
    DbSet<Customer> Customers { get; }

    DbSet<CreditAccount> CreditAccounts { get; }

    DbSet<CreditEntry> CreditEntries { get; }

    DbSet<Generation> Generations { get; }

    /// <summary>Commits everything changed since the last save, in one transaction.</summary>
    Task<int> SaveChangesAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Runs <paramref name="work"/> in one transaction, which commits when it returns and rolls back when it throws. On SQLite it
    /// takes the write lock at the start. Never call a provider inside. Inside another transaction it joins that one.
    /// </summary>
    Task<T> InTransactionAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken);
}

/// <summary>
/// Opens databases for readers that run beside each other, such as DataLoaders: one instance serves one operation at a time.
/// </summary>
public interface IWeboxDbFactory
{
    /// <summary>The caller disposes it.</summary>
    IWeboxDbSession Open();
}

/// <summary>A database of one's own.</summary>
public interface IWeboxDbSession : IWeboxDb, IAsyncDisposable;
