namespace Webox.GraphQL.Engine.Execution;

/// <summary>The place that is being written. Costs nothing until an error needs it.</summary>
internal sealed class PathStack
{
    private readonly List<(string? Key, int Index)> _segments = [];

    public void Push(IReadOnlyList<object> path) => _segments.AddRange(path.Select(segment => segment is int index ? (null, index) : ((string?)segment, 0)));

    public void Push(string responseKey) => _segments.Add((responseKey, 0));

    public void Push(int index) => _segments.Add((null, index));

    public void Pop() => _segments.RemoveAt(_segments.Count - 1);

    public IReadOnlyList<object> ToList() => [.. _segments.Select(segment => (object?)segment.Key ?? segment.Index)];
}
