namespace Webox.Application.Changes;

/// <summary>
/// Tells watchers that a row changed. The signal is only a hint and carries no content: what changed is read from the row, whose
/// version grows by one with every visible change. So a lost signal delays a watcher by at most one second and loses nothing.
/// </summary>
public interface IChangeFeed
{
    /// <summary>Something committed that a watcher may show. Cheap; call it after the commit, never inside the transaction.</summary>
    void Signal();

    /// <summary>The same of one row alone, whose version is known: who watches it here is told without a look at the database.</summary>
    void Signal(ChangeSubject subject, Guid id, long version);

    /// <summary>Watches a row from now on, until the result is disposed.</summary>
    IChangeWatch Watch(ChangeSubject subject, Guid id);
}

/// <summary>One who watches one row.</summary>
public interface IChangeWatch : IDisposable
{
    /// <summary>
    /// Waits until the row has a later version than the one that was read, whether it grew before the watch began or after; versions in
    /// between are skipped. For ever when there is no such row.
    /// </summary>
    /// <param name="seen">Of the row as it was read last.</param>
    Task<long> NextAsync(long seen, CancellationToken cancellationToken);
}

public enum ChangeSubject
{
    Order,
    Generation,

    /// <summary>The activities of a customer: the row is the customer's, the version the last number.</summary>
    Activity,
}
