using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Execution.Plans;

/// <summary>
/// Compiles a selection with deferred fragments: into what is executed at once, and for each set of fragments the fields that they
/// alone wait for. https://github.com/graphql/graphql-spec/pull/1110 (BuildExecutionPlan)
/// </summary>
/// <param name="current">The fragments that wait for what is compiled. Empty: the response itself does.</param>
internal sealed class IncrementalSelection(PlanContext context, int depth, IReadOnlySet<DeferUsage> current)
{
    public ObjectPlan Compile(ObjectType type, IReadOnlyList<SelectedSet> sets)
    {
        var collector = new IncrementalFieldCollector(context, type);
        collector.Collect(sets);
        var now = new List<List<SelectedField>>();
        var later = new List<(HashSet<DeferUsage> Usages, List<List<SelectedField>> Fields)>();
        foreach (var nodes in collector.Fields.Values)
        {
            var usages = WaitingFor(nodes);
            if (usages.SetEquals(current))
            {
                now.Add(nodes);
            }
            else if (later.Find(part => part.Usages.SetEquals(usages)) is { Fields: { } fields })
            {
                fields.Add(nodes);
            }
            else
            {
                later.Add((usages, [nodes]));
            }
        }

        var defer = collector.Usages.Count == 0 && later.Count == 0 ? null : new DeferPlan(
            collector.Usages,
            [.. later.Select(part => new DeferredFields(
                [.. part.Usages], new IncrementalSelection(context, depth, part.Usages).CompileFields(type, part.Fields, defer: null)))]);
        return CompileFields(type, now, defer);
    }

    /// <summary>The fragments that have to wait for a field. None when it is selected outside of all, too.</summary>
    private static HashSet<DeferUsage> WaitingFor(List<SelectedField> nodes)
    {
        if (nodes.Exists(node => node.Defer is null))
        {
            return [];
        }

        var usages = nodes.Select(node => node.Defer!).ToHashSet();
        usages.RemoveWhere(usage => Around(usage).Any(usages.Contains));
        return usages;
    }

    private static IEnumerable<DeferUsage> Around(DeferUsage usage)
    {
        for (var parent = usage.Parent; parent is not null; parent = parent.Parent)
        {
            yield return parent;
        }
    }

    private ObjectPlan CompileFields(ObjectType type, List<List<SelectedField>> selected, DeferPlan? defer)
    {
        var fields = new List<FieldPlan>();
        var slots = 0;
        foreach (var nodes in selected)
        {
            if (context.Resolvers.FindField(type, nodes[0].Node.Name.Value) is { } field)
            {
                var binding = FieldBinding.Of(context.Schema, type, field);
                var selection = SelectBelow(field, nodes, current);
                var stream = CompileStream(type, field, nodes, binding);
                var needsSlot = binding.Kind == FieldKind.Resolver || selection is { NeedsResolvers: true } || stream is not null;
                fields.Add(new FieldPlan(type, field, [.. nodes.Select(node => node.Node)], selection, binding)
                {
                    Slot = needsSlot ? slots++ : -1,
                    Stream = stream,
                });
            }
        }

        return new ObjectPlan(type, [.. fields]) { Defer = defer };
    }

    private StreamPlan? CompileStream(ObjectType type, Field field, List<SelectedField> nodes, FieldBinding binding)
    {
        if (field.Type.Nullable is not ListType || context.FindActive(nodes[0].Node, "stream") is not { } directive)
        {
            return null;
        }

        List<SelectedField> items = [.. nodes.Select(node => node with { Defer = null })];
        return new StreamPlan(
            directive, new FieldPlan(type, field, [.. nodes.Select(node => node.Node)], SelectBelow(field, items, new HashSet<DeferUsage>()), binding));
    }

    private SelectionPlan? SelectBelow(Field field, List<SelectedField> nodes, IReadOnlySet<DeferUsage> waiting) =>
        field.Type.Named is CompositeType composite
            ? new SelectionPlan(
                context,
                composite,
                [.. nodes.Where(node => node.Node.SelectionSet is not null).Select(node => new SelectedSet(node.Node.SelectionSet!, node.Defer))],
                waiting,
                depth + 1)
            : null;
}
