using Webox.GraphQL.Engine.Types.Pagination;

namespace Webox.GraphQL.Engine.Types.Conventions;

/// <summary>
/// Checks what a client asked of a connection: one direction, at most the maximum. https://relay.dev/graphql/connections.htm#sec-Arguments
/// </summary>
internal static class PagingRules
{
    /// <exception cref="GraphQLException"><c>INVALID_PAGE_SIZE</c> or <c>INVALID_CURSOR</c>.</exception>
    public static PagingArguments Read(IReadOnlyDictionary<string, object?> arguments, PagingSettings settings)
    {
        var first = (int?)arguments.GetValueOrDefault("first");
        var last = (int?)arguments.GetValueOrDefault("last");
        var after = (string?)arguments.GetValueOrDefault("after");
        var before = (string?)arguments.GetValueOrDefault("before");
        if (first is not null && last is not null)
        {
            throw InvalidSize("Give either `first` or `last`, not both.");
        }

        if ((first ?? last) is < 0)
        {
            throw InvalidSize($"`{(first is null ? "last" : "first")}` must not be negative.");
        }

        if ((first ?? last) > settings.MaxPageSize)
        {
            throw InvalidSize($"`{(first is null ? "last" : "first")}` must be at most {settings.MaxPageSize}.");
        }

        var backward = last is not null || (first is null && before is not null);
        if (backward ? after is not null : before is not null)
        {
            throw Cursor.Invalid("`after` goes with `first`, and `before` with `last`.");
        }

        return backward
            ? new PagingArguments(Last: last ?? settings.DefaultPageSize, Before: before)
            : new PagingArguments(First: first ?? settings.DefaultPageSize, After: after);
    }

    private static GraphQLException InvalidSize(string message) =>
        new(ErrorBuilder.New().SetMessage(message).SetCode(ErrorCodes.InvalidPageSize).Build());
}
