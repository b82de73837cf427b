namespace Webox.Application.Changes;

/// <summary>
/// Tells watchers that a row changed. The signal is only a hint and carries nothing: what changed is read from the row, whose
/// version grows by one with every visible change. So a lost signal delays a watcher by at most one second and loses nothing.
/// </summary>
public interface IChangeFeed
{
    /// <summary>Something committed that a watcher may show. Cheap; call it after the commit, never inside the transaction.</summary>
    void Signal();

    /// <summary>
    /// Yields the version of a row now, then whenever it grew; versions in between are skipped for a slow reader. Never ends by itself.
    /// Ends at once when there is no such row.
    /// </summary>
    IAsyncEnumerable<long> WatchAsync(ChangeSubject subject, Guid id, CancellationToken cancellationToken);
}

public enum ChangeSubject
{
    Order,
    Generation,

    /// <summary>The activities of a customer: the row is the customer's, the version the last number.</summary>
    Activity,
}
