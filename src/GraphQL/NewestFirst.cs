using System.Buffers.Text;
using Microsoft.EntityFrameworkCore;

namespace Webox.GraphQL;

/// <summary>Pages of what is listed newest first. Ids sort by time, so the id of an item is its place in the list.</summary>
internal static class NewestFirst
{
    /// <param name="between">What lies between two ids, neither included, in any order.</param>
    /// <param name="order">Sorts by id: newest first, or oldest first when the argument is true.</param>
    public static Task<Connection<T>> ToConnectionAsync<T>(
        PagingArguments paging,
        Func<Guid, Guid, IQueryable<T>> between,
        Func<IQueryable<T>, bool, IQueryable<T>> order,
        Func<T, Guid> id,
        int totalCount,
        CancellationToken cancellationToken)
    {
        var newer = paging.Before is { } before ? Decode(before) : Guid.Empty;
        return ToConnectionAsync(
            paging,
            async (older, count) => await order(between(newer, older), paging.Last is not null).Take(count).ToListAsync(cancellationToken),
            id,
            totalCount);
    }

    /// <param name="read">As many at most of what is older than an id: newest first, or oldest first when the last are asked for.</param>
    public static async Task<Connection<T>> ToConnectionAsync<T>(
        PagingArguments paging, Func<Guid, int, Task<IReadOnlyList<T>>> read, Func<T, Guid> id, int totalCount)
    {
        var isBackward = paging.Last is not null;
        var size = paging.First ?? paging.Last ?? 0;

        // One more than wanted shows whether there are others behind.
        var found = await read(paging.After is { } after ? Decode(after) : Guid.AllBitsSet, size + 1);
        var hasMore = found.Count > size;
        var items = found.Take(size);
        List<Edge<T>> edges = [.. (isBackward ? items.Reverse() : items).Select(item => new Edge<T>(item, Encode(id(item))))];
        var info = new ConnectionPageInfo(
            isBackward ? paging.Before is not null : hasMore,
            isBackward ? hasMore : paging.After is not null,
            edges.Count == 0 ? null : edges[0].Cursor,
            edges.Count == 0 ? null : edges[^1].Cursor);
        return new Connection<T>(edges, info, totalCount);
    }

    private static string Encode(Guid id) => Base64Url.EncodeToString(id.ToByteArray());

    private static Guid Decode(string cursor)
    {
        Span<byte> bytes = stackalloc byte[16];
        return cursor.Length == 22 && Base64Url.IsValid(cursor) && Base64Url.DecodeFromChars(cursor, bytes) == 16
            ? new Guid(bytes)
            : throw new GraphQLException(ErrorBuilder.New().SetMessage("The cursor was not made by this list.").SetCode("INVALID_CURSOR").Build());
    }
}
