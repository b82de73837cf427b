using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Execution.Plans;

/// <summary>
/// Gathers the fields selected on an object type by response key, in the order in which they are met.
/// Keeps its own stack: fragments that spread fragments may nest deeper than any one selection set.
/// https://spec.graphql.org/September2025/#CollectFields()
/// </summary>
internal static class FieldCollector
{
    /// <param name="type">Null: on any type, which answers what a client asks for at all.</param>
    public static OrderedDictionary<string, List<FieldNode>> Collect(
        PlanContext context, ObjectType? type, IReadOnlyList<SelectionSetNode> selectionSets)
    {
        var fields = new OrderedDictionary<string, List<FieldNode>>(StringComparer.Ordinal);
        var visited = new HashSet<string>(StringComparer.Ordinal);
        var stack = new Stack<IEnumerator<SelectionNode>>();
        stack.Push(selectionSets.SelectMany(set => set.Selections).GetEnumerator());
        while (stack.TryPeek(out var selections))
        {
            if (!selections.MoveNext())
            {
                stack.Pop().Dispose();
            }
            else if (context.IsIncluded(selections.Current) && Enter(context, type, selections.Current, fields, visited) is { } inner)
            {
                stack.Push(inner.Selections.GetEnumerator());
            }
        }

        return fields;
    }

    /// <returns>The selections of a fragment, to be gone through next.</returns>
    private static SelectionSetNode? Enter(
        PlanContext context,
        ObjectType? type,
        SelectionNode selection,
        OrderedDictionary<string, List<FieldNode>> fields,
        HashSet<string> visited)
    {
        switch (selection)
        {
            case FieldNode field:
                if (!fields.TryGetValue(field.ResponseKey, out var nodes))
                {
                    fields.Add(field.ResponseKey, nodes = []);
                }

                nodes.Add(field);
                return null;

            case InlineFragmentNode inline:
                return type is null || context.Applies(type, inline.TypeCondition) ? inline.SelectionSet : null;

            case FragmentSpreadNode spread:
                return visited.Add(spread.Name.Value)
                    && context.Fragments.TryGetValue(spread.Name.Value, out var fragment)
                    && (type is null || context.Applies(type, fragment.TypeCondition))
                        ? fragment.SelectionSet
                        : null;

            default:
                return null;
        }
    }
}
