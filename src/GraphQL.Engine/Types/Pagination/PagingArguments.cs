namespace Webox.GraphQL.Engine.Types.Pagination;

/// <summary>What a client asked of a connection, already checked: at most one direction, within the page sizes, a size always given.</summary>
public readonly record struct PagingArguments(int? First = null, string? After = null, int? Last = null, string? Before = null);
