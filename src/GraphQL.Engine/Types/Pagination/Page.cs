namespace Webox.GraphQL.Engine.Types.Pagination;

/// <summary>Makes a connection of what a keyset query read.</summary>
public static class Page
{
    /// <param name="items">
    /// In the direction of reading (for a backward page the opposite of the list's order), at most one more than <see cref="PagingArguments.Size"/>:
    /// that one shows that there are more and is left out.
    /// </param>
    /// <param name="cursor">The cursor of an item, by <see cref="Cursor.Encode"/>.</param>
    /// <param name="getTotalCount">Counts the whole list. Asked only when the client selects <c>totalCount</c>.</param>
    public static Connection<T> ToConnection<T>(
        IReadOnlyList<T> items, PagingArguments arguments, Func<T, string> cursor, Func<CancellationToken, ValueTask<int>>? getTotalCount = null)
    {
        var hasMore = items.Count > arguments.Size;
        var page = items.Take(arguments.Size);
        IReadOnlyList<Edge<T>> edges = [.. (arguments.IsBackward ? page.Reverse() : page).Select(item => new Edge<T>(item, cursor(item)))];

        // Whoever came from a cursor left at least that item behind.
        var cameFrom = arguments.Cursor is not null;
        var info = new ConnectionPageInfo(
            HasNextPage: arguments.IsBackward ? cameFrom : hasMore,
            HasPreviousPage: arguments.IsBackward ? hasMore : cameFrom,
            StartCursor: edges.Count == 0 ? null : edges[0].Cursor,
            EndCursor: edges.Count == 0 ? null : edges[^1].Cursor);
        return new Connection<T>(edges, info, getTotalCount);
    }
}
