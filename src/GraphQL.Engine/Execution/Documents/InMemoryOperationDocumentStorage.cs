namespace Webox.GraphQL.Engine.Execution.Documents;

/// <summary>Keeps documents in the memory of this process; the one unused for longest goes first, and its client sends it again.</summary>
/// <param name="entriesMax">Documents kept. At least 1.</param>
/// <param name="bytesMax">Size of the texts kept, in bytes. A larger one is not kept at all.</param>
internal sealed class InMemoryOperationDocumentStorage(int entriesMax = 1_000, long bytesMax = 8 * 1024 * 1024) : IOperationDocumentStorage
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, LinkedListNode<(string Id, string Text)>> _byId = new(StringComparer.Ordinal);
    private readonly LinkedList<(string Id, string Text)> _byUse = [];
    private long _bytes;

    public ValueTask<string?> TryReadAsync(string id, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            if (!_byId.TryGetValue(id, out var node))
            {
                return new((string?)null);
            }

            _byUse.Remove(node);
            _byUse.AddFirst(node);
            return new(node.Value.Text);
        }
    }

    public ValueTask SaveAsync(string id, string document, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            if (SizeOf(document) <= bytesMax && !_byId.ContainsKey(id))
            {
                _byId[id] = _byUse.AddFirst((id, document));
                _bytes += SizeOf(document);
                while (_byId.Count > entriesMax || _bytes > bytesMax)
                {
                    RemoveLast();
                }
            }
        }

        return ValueTask.CompletedTask;
    }

    private void RemoveLast()
    {
        var (id, text) = _byUse.Last!.Value;
        _byUse.RemoveLast();
        _byId.Remove(id);
        _bytes -= SizeOf(text);
    }

    private static long SizeOf(string text) => (long)text.Length * sizeof(char);
}
