namespace Webox.GraphQL.Engine.Execution;

/// <summary>A place in the response, linked from the inside out so that siblings share their beginning.</summary>
internal sealed class ResponsePath
{
    private readonly ResponsePath? _parent;
    private readonly string? _key;
    private readonly int _index;

    private ResponsePath(ResponsePath? parent, string? key, int index)
    {
        _parent = parent;
        _key = key;
        _index = index;
    }

    public static ResponsePath Append(ResponsePath? parent, string responseKey) => new(parent, responseKey, 0);

    /// <summary>Null for the root.</summary>
    public static ResponsePath? Of(IReadOnlyList<object> segments) =>
        segments.Aggregate((ResponsePath?)null, (parent, segment) => segment is int index ? parent!.Append(index) : Append(parent, (string)segment));

    public ResponsePath Append(int index) => new(this, null, index);

    /// <summary>Response keys (string) and list indices (int), from the root on.</summary>
    public IReadOnlyList<object> ToList()
    {
        var length = 0;
        for (var path = this; path is not null; path = path._parent)
        {
            length++;
        }

        var segments = new object[length];
        for (var path = this; path is not null; path = path._parent)
        {
            segments[--length] = path._key is null ? path._index : path._key;
        }

        return segments;
    }
}
