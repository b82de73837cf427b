using System.Buffers.Text;
using System.Linq.Expressions;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Webox.GraphQL;

/// <summary>
/// Pages of a sorted list. A cursor holds the values an item is sorted by, so a page begins where the last one ended whatever was
/// added or removed in between, and costs the same however far down it is.
/// </summary>
/// <param name="name">Names the order: a cursor of another one is refused.</param>
/// <param name="key">Sorts the list.</param>
/// <param name="tie">Sorts items of the same key; unique. Null: every key is.</param>
/// <param name="readKey">The same as <paramref name="key"/>, for an order that is made for one request. Null: it is compiled.</param>
/// <param name="readTie">The same as <paramref name="tie"/>, likewise.</param>
internal sealed class Keyset<T, TKey>(
    string name,
    Expression<Func<T, TKey>> key,
    Expression<Func<T, string>>? tie,
    bool isDescending,
    Func<T, TKey>? readKey = null,
    Func<T, string>? readTie = null)
    where TKey : notnull
{
    private readonly Func<T, TKey> _key = readKey ?? key.Compile();
    private readonly Func<T, string>? _tie = readTie ?? tie?.Compile();

    public async Task<Connection<T>> ToConnectionAsync(IQueryable<T> items, PagingArguments paging, CancellationToken cancellationToken)
    {
        var count = await items.CountAsync(cancellationToken);
        var (edges, info) = await ReadAsync(items, paging, cancellationToken);
        return new Connection<T>(edges, info, count);
    }

    /// <summary>A page, for a connection that counts by itself.</summary>
    public async Task<(IReadOnlyList<Edge<T>> Edges, ConnectionPageInfo Info)> ReadAsync(
        IQueryable<T> items, PagingArguments paging, CancellationToken cancellationToken)
    {
        var isBackward = paging.Last is not null;
        var size = paging.First ?? paging.Last ?? 0;
        var page = items;
        if (paging.After is { } after)
        {
            page = page.Where(Beyond(Decode(after), isGreater: !isDescending));
        }

        if (paging.Before is { } before)
        {
            page = page.Where(Beyond(Decode(before), isGreater: isDescending));
        }

        // One more than wanted shows whether there are others behind.
        var isReversed = isDescending != isBackward;
        var read = await Sorted(page, isReversed).Take(size + 1).ToListAsync(cancellationToken);
        var hasMore = read.Count > size;
        var wanted = read.Take(size);
        List<Edge<T>> edges = [.. (isBackward ? wanted.Reverse() : wanted).Select(item => new Edge<T>(item, Encode(item)))];
        var info = new ConnectionPageInfo(
            isBackward ? paging.Before is not null : hasMore,
            isBackward ? hasMore : paging.After is not null,
            edges.Count == 0 ? null : edges[0].Cursor,
            edges.Count == 0 ? null : edges[^1].Cursor);
        return (edges, info);
    }

    private IQueryable<T> Sorted(IQueryable<T> page, bool isReversed) => (isReversed, tie) switch
    {
        (true, null) => page.OrderByDescending(key),
        (true, _) => page.OrderByDescending(key).ThenByDescending(tie),
        (false, null) => page.OrderBy(key),
        (false, _) => page.OrderBy(key).ThenBy(tie),
    };

    /// <summary>
    /// <c>key &gt;= place.Key &amp;&amp; (key &gt; place.Key || tie &gt; place.Tie)</c>, or the same with less-than. The first part says nothing
    /// new, but it is where an index begins to be read.
    /// </summary>
    private Expression<Func<T, bool>> Beyond(Place place, bool isGreater)
    {
        var item = key.Parameters[0];

        // Values are read from an object, so that they become parameters of one cached query and not literals of many.
        var placeKey = Expression.Property(Expression.Constant(place), nameof(Place.Key));
        if (tie is null)
        {
            return Expression.Lambda<Func<T, bool>>(Compare(key.Body, placeKey, isGreater, orEqual: false), item);
        }

        var tieOfItem = new Replace(tie.Parameters[0], item).Visit(tie.Body);
        var placeTie = Expression.Property(Expression.Constant(place), nameof(Place.Tie));
        var beyond = Expression.AndAlso(
            Compare(key.Body, placeKey, isGreater, orEqual: true),
            Expression.OrElse(
                Compare(key.Body, placeKey, isGreater, orEqual: false), Compare(tieOfItem, placeTie, isGreater, orEqual: false)));
        return Expression.Lambda<Func<T, bool>>(beyond, item);
    }

    // Expressions have no < for strings.
    private static BinaryExpression Compare(Expression left, Expression right, bool isGreater, bool orEqual)
    {
        if (left.Type == typeof(string))
        {
            left = Expression.Call(typeof(string), nameof(string.Compare), null, left, right);
            right = Expression.Constant(0);
        }

        return (isGreater, orEqual) switch
        {
            (true, true) => Expression.GreaterThanOrEqual(left, right),
            (true, false) => Expression.GreaterThan(left, right),
            (false, true) => Expression.LessThanOrEqual(left, right),
            (false, false) => Expression.LessThan(left, right),
        };
    }

    private string Encode(T item) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(new Place(name, _key(item), _tie?.Invoke(item) ?? "")));

    private Place Decode(string cursor)
    {
        try
        {
            if (Base64Url.IsValid(cursor) && JsonSerializer.Deserialize<Place>(Base64Url.DecodeFromChars(cursor)) is { Key: not null, Tie: not null } place
                && place.Order == name)
            {
                return place;
            }
        }
        catch (JsonException)
        {
            // Refused below, as every cursor that is not ours.
        }

        throw new GraphQLException(ErrorBuilder.New().SetMessage("The cursor was not made by this list.").SetCode("INVALID_CURSOR").Build());
    }

    private sealed record Place(string Order, TKey Key, string Tie);

    private sealed class Replace(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
