using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Validation.Rules.OverlappingFields;

/// <summary>Collects the fields of selection sets, those of fragments included.</summary>
internal sealed class FieldCollector(ValidationContext context, ComparisonBudget budget)
{
    private readonly Dictionary<FieldNode, FieldFacts> _facts = [];

    public IReadOnlyList<MergedField> CollectRoot(SelectionSetNode selectionSet, CompositeType? type)
    {
        var fields = new List<MergedField>();
        Collect(selectionSet, type, parent: null, visited: [], fields);
        return fields;
    }

    /// <summary>The fields below all of <paramref name="parents"/> together.</summary>
    public IReadOnlyList<MergedField> CollectBelow(IEnumerable<MergedField> parents)
    {
        var fields = new List<MergedField>();
        var visited = new HashSet<string>(StringComparer.Ordinal);
        foreach (var parent in parents)
        {
            if (parent.Node.SelectionSet is { } selectionSet)
            {
                Collect(selectionSet, parent.Facts.Definition?.Type.Named as CompositeType, parent, visited, fields);
            }
        }

        return fields;
    }

    /// <param name="visited">Fragments looked into for this set. Once is enough: their fields are the same wherever they are spread.</param>
    private void Collect(
        SelectionSetNode root, CompositeType? rootType, MergedField? parent, HashSet<string> visited, List<MergedField> fields)
    {
        var open = new Stack<(SelectionNode Selection, CompositeType? Type)>();
        Push(root, rootType);
        while (open.TryPop(out var current) && budget.Spend(1))
        {
            switch (current.Selection)
            {
                case FieldNode field:
                    fields.Add(new MergedField(FactsOf(field, current.Type), parent));
                    break;
                case InlineFragmentNode fragment:
                    Push(fragment.SelectionSet, fragment.TypeCondition is { } condition ? FindType(condition) : current.Type);
                    break;
                case FragmentSpreadNode spread when visited.Add(spread.Name.Value):
                    if (context.Fragments.Find(spread.Name.Value) is { } definition)
                    {
                        Push(definition.SelectionSet, FindType(definition.TypeCondition));
                    }

                    break;
            }
        }

        void Push(SelectionSetNode selectionSet, CompositeType? type)
        {
            for (var i = selectionSet.Selections.Count - 1; i >= 0; i--)
            {
                open.Push((selectionSet.Selections[i], type));
            }
        }
    }

    private FieldFacts FactsOf(FieldNode field, CompositeType? type)
    {
        if (!_facts.TryGetValue(field, out var facts))
        {
            _facts[field] = facts = new FieldFacts(_facts.Count, field, type, context.Types.FindField(type, field.Name.Value));
        }

        return facts;
    }

    private CompositeType? FindType(NamedTypeNode condition) => context.Schema.FindType(condition.Name.Value) as CompositeType;
}
