using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Validation;

/// <summary>The fragments of a document, and which of them an operation or fragment spreads. Circles do no harm.</summary>
internal sealed class FragmentIndex
{
    private readonly Dictionary<string, FragmentDefinitionNode> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<ExecutableDefinitionNode, IReadOnlyList<FragmentSpreadNode>> _spreads = [];

    public FragmentIndex(DocumentNode document)
    {
        foreach (var fragment in document.Definitions.OfType<FragmentDefinitionNode>())
        {
            // Of two with one name the first counts; UniqueFragmentNamesRule reports the other.
            _byName.TryAdd(fragment.Name.Value, fragment);
        }
    }

    public FragmentDefinitionNode? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The spreads that stand in <paramref name="definition"/> itself, at any depth, in the order of the document.</summary>
    public IReadOnlyList<FragmentSpreadNode> SpreadsIn(ExecutableDefinitionNode definition)
    {
        if (!_spreads.TryGetValue(definition, out var spreads))
        {
            _spreads[definition] = spreads = [.. FindSpreads(definition.SelectionSet)];
        }

        return spreads;
    }

    /// <summary>Every fragment that <paramref name="definition"/> spreads, directly or through others, each once.</summary>
    public IReadOnlyCollection<FragmentDefinitionNode> ReachableFrom(ExecutableDefinitionNode definition)
    {
        var reached = new HashSet<FragmentDefinitionNode>();
        var open = new Stack<ExecutableDefinitionNode>([definition]);
        while (open.TryPop(out var current))
        {
            foreach (var spread in SpreadsIn(current))
            {
                if (Find(spread.Name.Value) is { } fragment && reached.Add(fragment))
                {
                    open.Push(fragment);
                }
            }
        }

        return reached;
    }

    private static IEnumerable<FragmentSpreadNode> FindSpreads(SelectionSetNode root)
    {
        var open = new Stack<IEnumerator<SelectionNode>>([root.Selections.GetEnumerator()]);
        while (open.TryPeek(out var selections))
        {
            if (!selections.MoveNext())
            {
                open.Pop().Dispose();
                continue;
            }

            switch (selections.Current)
            {
                case FragmentSpreadNode spread:
                    yield return spread;
                    break;
                case FieldNode { SelectionSet: { } selectionSet }:
                    open.Push(selectionSet.Selections.GetEnumerator());
                    break;
                case InlineFragmentNode fragment:
                    open.Push(fragment.SelectionSet.Selections.GetEnumerator());
                    break;
            }
        }
    }
}
