using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Validation.Rules.OverlappingFields;

/// <summary>Collects the fields of selection sets, those of fragments included.</summary>
internal sealed class FieldCollector(ValidationContext context, ComparisonBudget budget)
{
    private readonly Dictionary<FieldNode, FieldFacts> _facts = [];

    public IReadOnlyList<MergedField> CollectRoot(ExecutableDefinitionNode definition, CompositeType? type)
    {
        var fields = new List<MergedField>();
        HashSet<string> visited = definition is FragmentDefinitionNode fragment ? [fragment.Name.Value] : [];
        Collect(definition.SelectionSet, type, parent: null, visited, fields);
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

    /// <summary>Fields that stand in the set itself come before those of fragments, so that messages name them first.</summary>
    /// <param name="visited">Fragments looked into for this set. Once is enough: their fields are the same everywhere.</param>
    private void Collect(
        SelectionSetNode root, CompositeType? rootType, MergedField? parent, HashSet<string> visited, List<MergedField> fields)
    {
        var sets = new Queue<(SelectionSetNode SelectionSet, CompositeType? Type)>([(root, rootType)]);
        while (sets.TryDequeue(out var set))
        {
            foreach (var (selection, type) in WithoutInlineFragments(set.SelectionSet, set.Type))
            {
                if (selection is FieldNode field)
                {
                    fields.Add(new MergedField(FactsOf(field, type), parent));
                }
                else if (selection is FragmentSpreadNode spread
                    && visited.Add(spread.Name.Value)
                    && context.Fragments.Find(spread.Name.Value) is { } fragment)
                {
                    sets.Enqueue((fragment.SelectionSet, FindType(fragment.TypeCondition)));
                }
            }
        }
    }

    private IEnumerable<(SelectionNode Selection, CompositeType? Type)> WithoutInlineFragments(
        SelectionSetNode root, CompositeType? rootType)
    {
        var open = new Stack<(SelectionNode Selection, CompositeType? Type)>();
        Push(root, rootType);
        while (open.TryPop(out var current) && budget.Spend(1))
        {
            if (current.Selection is InlineFragmentNode fragment)
            {
                Push(fragment.SelectionSet, fragment.TypeCondition is { } condition ? FindType(condition) : current.Type);
            }
            else
            {
                yield return current;
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
            var stream = field.Directives.FirstOrDefault(directive => directive.Name.Value == "stream" && IncrementalDirectives.Contains(context.Schema, directive));
            _facts[field] = facts = new FieldFacts(_facts.Count, field, type, FieldLookup.Find(context.Schema, type, field.Name.Value), stream);
        }

        return facts;
    }

    private CompositeType? FindType(NamedTypeNode condition) => context.Schema.FindType(condition.Name.Value) as CompositeType;
}
