using Webox.GraphQL.Engine.Execution.Plans;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Execution.Incremental;

/// <summary>The items of one list that come later, some at a time.</summary>
/// <param name="firstIndex">The place of the first of them in the list.</param>
/// <param name="path">The place of the list in the response.</param>
internal sealed class StreamPart(OperationExecution execution, StreamPlan plan, object?[] items, int firstIndex, IReadOnlyList<object> path) : Part(execution)
{
    private readonly GraphType _itemType = ((ListType)plan.Items.Field.Type.Nullable).OfType;
    private object?[] _values = [];
    private int _delivered;

    public string? Label => plan.Label;

    public IReadOnlyList<object> Path { get; } = path;

    /// <summary>By which the client knows it. Null: it was not told yet.</summary>
    public string? Id { get; set; }

    public bool HasMore => _delivered < items.Length;

    /// <param name="count">How many items come next.</param>
    public void Start(int count)
    {
        var place = ResponsePath.Of(Path)!;
        _values = items[_delivered..Math.Min(_delivered + count, items.Length)];
        for (var i = 0; i < _values.Length; i++)
        {
            try
            {
                _values[i] = CollectItem(_values[i], _itemType, plan.Items, place.Append(firstIndex + _delivered + i));
            }
            catch (Exception exception)
            {
                // Reported where the item is written.
                _values[i] = exception;
            }
        }
    }

    public PartResult Write(int room)
    {
        var found = new FoundParts(Execution, room);
        var writer = new PartWriter(Environment, found, Path);
        var written = writer.WriteItems(_values, _itemType, plan.Items, firstIndex + _delivered, out var failure);
        _delivered += _values.Length;
        var (json, errors) = writer.Take();
        if (written > 0)
        {
            return new PartResult(json, errors, failure, found);
        }

        json.Dispose();
        return new PartResult(null, [], failure, found);
    }
}
