namespace Webox.GraphQL.Engine.Types.Pagination;

/// <summary>A page of a list. https://relay.dev/graphql/connections.htm</summary>
public class Connection<T>(
    IReadOnlyList<Edge<T>> edges, ConnectionPageInfo info, Func<CancellationToken, ValueTask<int>>? getTotalCount = null)
{
    public Connection(IReadOnlyList<Edge<T>> edges, ConnectionPageInfo info, int totalCount)
        : this(edges, info, _ => new ValueTask<int>(totalCount))
    {
    }

    public IReadOnlyList<Edge<T>> Edges { get; } = edges;

    public ConnectionPageInfo Info { get; } = info;

    /// <summary>Asked only when the client selects <c>totalCount</c>.</summary>
    public ValueTask<int> GetTotalCountAsync(CancellationToken cancellationToken) =>
        getTotalCount?.Invoke(cancellationToken) ?? throw new InvalidOperationException("This connection counts nothing.");
}

/// <param name="Cursor">Opaque; stands for the place of the item in the order of the list.</param>
public sealed record Edge<T>(T Node, string Cursor);

public sealed record ConnectionPageInfo(bool HasNextPage, bool HasPreviousPage, string? StartCursor, string? EndCursor);
