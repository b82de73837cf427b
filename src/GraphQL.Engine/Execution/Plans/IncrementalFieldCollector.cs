using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Execution.Plans;

/// <summary>
/// Does what <see cref="FieldCollector"/> does for an operation with deferred fragments, and keeps with each field the fragment that
/// defers it. https://github.com/graphql/graphql-spec/pull/1110 (CollectFields)
/// </summary>
internal sealed class IncrementalFieldCollector(PlanContext context, ObjectType type)
{
    private readonly Dictionary<string, HashSet<DirectiveNode>> _deferredSpreads = new(StringComparer.Ordinal);
    private readonly HashSet<string> _plainSpreads = new(StringComparer.Ordinal);

    public OrderedDictionary<string, List<SelectedField>> Fields { get; } = new(StringComparer.Ordinal);

    /// <summary>The fragments that are deferred in these selections, those around others before them.</summary>
    public List<DeferUsage> Usages { get; } = [];

    public void Collect(IReadOnlyList<SelectedSet> sets)
    {
        var open = new Stack<(IEnumerator<SelectionNode> Selections, DeferUsage? Defer)>();
        foreach (var set in sets.Reverse())
        {
            open.Push((set.Set.Selections.GetEnumerator(), set.Defer));
        }

        while (open.TryPeek(out var current))
        {
            if (!current.Selections.MoveNext())
            {
                open.Pop().Selections.Dispose();
            }
            else if (context.IsIncluded(current.Selections.Current) && Enter(current.Selections.Current, current.Defer) is { } inner)
            {
                open.Push((inner.Set.Selections.GetEnumerator(), inner.Defer));
            }
        }
    }

    /// <returns>The selections of a fragment, to be gone through next.</returns>
    private SelectedSet? Enter(SelectionNode selection, DeferUsage? around)
    {
        switch (selection)
        {
            case FieldNode field:
                if (!Fields.TryGetValue(field.ResponseKey, out var nodes))
                {
                    Fields.Add(field.ResponseKey, nodes = []);
                }

                nodes.Add(new SelectedField(field, around));
                return null;

            case InlineFragmentNode inline when context.Applies(type, inline.TypeCondition):
                var usage = FindUsage(inline, around);
                Add(usage);
                return new SelectedSet(inline.SelectionSet, usage ?? around);

            case FragmentSpreadNode spread when context.Fragments.TryGetValue(spread.Name.Value, out var fragment)
                && context.Applies(type, fragment.TypeCondition):
                var spreadUsage = FindUsage(spread, around);
                if (!Visit(spread.Name.Value, spreadUsage ?? around))
                {
                    return null;
                }

                Add(spreadUsage);
                return new SelectedSet(fragment.SelectionSet, spreadUsage ?? around);

            default:
                return null;
        }
    }

    /// <returns>False when the fragment has been looked into before, and looking again would add nothing.</returns>
    private bool Visit(string fragment, DeferUsage? defer)
    {
        if (_plainSpreads.Contains(fragment))
        {
            return false;
        }

        if (defer is null)
        {
            return _plainSpreads.Add(fragment);
        }

        if (!_deferredSpreads.TryGetValue(fragment, out var directives))
        {
            _deferredSpreads[fragment] = directives = new(ReferenceEqualityComparer.Instance);
        }

        return directives.Add(defer.Directive);
    }

    private DeferUsage? FindUsage(SelectionNode fragment, DeferUsage? around) => context.FindActive(fragment, "defer") is { } directive
        ? new DeferUsage(DirectiveArguments.Label(directive), directive, around)
        : null;

    private void Add(DeferUsage? usage)
    {
        if (usage is not null)
        {
            Usages.Add(usage);
        }
    }
}
