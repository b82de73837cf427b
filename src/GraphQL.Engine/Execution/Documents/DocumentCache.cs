namespace Webox.GraphQL.Engine.Execution.Documents;

/// <summary>
/// Validated documents by their text; the one unused for longest goes first. Bounded twice, by number and by size of the
/// texts, so that many documents and few large ones are both kept within bounds.
/// </summary>
internal sealed class DocumentCache(int entriesMax, long bytesMax)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, LinkedListNode<PreparedDocument>> _byText = new(StringComparer.Ordinal);
    private readonly LinkedList<PreparedDocument> _byUse = [];
    private long _bytes;

    public int Count => _byText.Count;

    public PreparedDocument? Find(string text)
    {
        lock (_gate)
        {
            if (!_byText.TryGetValue(text, out var node))
            {
                return null;
            }

            _byUse.Remove(node);
            _byUse.AddFirst(node);
            return node.Value;
        }
    }

    public void Add(PreparedDocument document)
    {
        lock (_gate)
        {
            if (SizeOf(document) > bytesMax || !_byText.TryAdd(document.Text, new(document)))
            {
                return;
            }

            _byUse.AddFirst(_byText[document.Text]);
            _bytes += SizeOf(document);
            while (_byText.Count > entriesMax || _bytes > bytesMax)
            {
                RemoveLast();
            }
        }
    }

    private void RemoveLast()
    {
        var last = _byUse.Last!.Value;
        _byUse.RemoveLast();
        _byText.Remove(last.Text);
        _bytes -= SizeOf(last);
    }

    private static long SizeOf(PreparedDocument document) => (long)document.Text.Length * sizeof(char);
}
