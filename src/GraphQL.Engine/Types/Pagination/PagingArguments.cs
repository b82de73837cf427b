namespace Webox.GraphQL.Engine.Types.Pagination;

/// <summary>What a client asked of a connection, already checked: at most one direction, within the page sizes, a size always given.</summary>
public readonly record struct PagingArguments(int? First = null, string? After = null, int? Last = null, string? Before = null)
{
    /// <summary>Items wanted. Read one more to know whether there are others behind them.</summary>
    public int Size => First ?? Last ?? 0;

    /// <summary>The page ends before <see cref="Before"/>, or is the last one: read in the opposite order.</summary>
    public bool IsBackward => Last is not null;

    /// <summary>Where reading starts, in its direction; that item itself is not part of the page. Null: at the end of the list.</summary>
    public string? Cursor => IsBackward ? Before : After;
}
