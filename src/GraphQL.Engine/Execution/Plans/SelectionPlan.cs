using System.Collections.Concurrent;
using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Execution.Plans;

/// <summary>
/// The selections made on the value of a field. What they come to is worked out for each object type when the first
/// value of that type is met, so an operation costs no more to compile than to run.
/// </summary>
internal sealed class SelectionPlan
{
    /// <summary>The stack holds this many levels of any response; the parser nests no deeper, but fragments add up.</summary>
    private const int DepthMax = 512;

    private readonly ConcurrentDictionary<ObjectType, ObjectPlan> _plans = [];
    private readonly PlanContext _context;
    private readonly IReadOnlyList<SelectionSetNode> _selectionSets;
    private readonly int _depth;
    private readonly Lazy<HashSet<string>> _selectedNames;
    private readonly Func<ObjectType, ObjectPlan>? _compileIncrementally;

    public SelectionPlan(PlanContext context, CompositeType type, IReadOnlyList<SelectionSetNode> selectionSets, int depth)
    {
        _context = context;
        _selectionSets = selectionSets;
        _depth = depth <= DepthMax
            ? depth
            : throw new GraphQLException(new Error { Message = $"The query nests deeper than {DepthMax} levels.", Code = ErrorCodes.QueryTooDeep });
        Type = type;
        NeedsResolvers = selectionSets.Any(set => context.Resolvers.AnyIn(set, type));
        _selectedNames = new(FindSelectedNames);
    }

    /// <summary>A selection of an operation of which parts come later.</summary>
    /// <param name="waiting">The deferred fragments that wait for it. Empty: the response itself does.</param>
    public SelectionPlan(
        PlanContext context, CompositeType type, IReadOnlyList<SelectedSet> selectionSets, IReadOnlySet<DeferUsage> waiting, int depth)
        : this(context, type, [.. selectionSets.Select(selected => selected.Set)], depth) =>
        _compileIncrementally = objectType => new IncrementalSelection(context, depth, waiting).Compile(objectType, selectionSets);

    public CompositeType Type { get; }

    /// <summary>Some field below, at any depth, may have a resolver.</summary>
    public bool NeedsResolvers { get; }

    public ObjectPlan For(ObjectType type) => _plans.TryGetValue(type, out var plan) ? plan : _plans.GetOrAdd(type, _compileIncrementally ?? Compile);

    /// <summary>Whether a field of that name is selected directly, on any type.</summary>
    public bool Selects(string fieldName) => _selectedNames.Value.Contains(fieldName);

    private HashSet<string> FindSelectedNames() =>
        [.. FieldCollector.Collect(_context, null, _selectionSets).Values.SelectMany(nodes => nodes).Select(node => node.Name.Value)];

    private ObjectPlan Compile(ObjectType type)
    {
        var fields = new List<FieldPlan>();
        var slots = 0;
        foreach (var nodes in FieldCollector.Collect(_context, type, _selectionSets).Values)
        {
            if (FindField(type, nodes[0].Name.Value) is { } field)
            {
                var binding = FieldBinding.Of(_context.Schema, type, field);
                var selection = SelectBelow(field, nodes);
                var needsSlot = binding.Kind == FieldKind.Resolver || selection is { NeedsResolvers: true };
                fields.Add(new FieldPlan(type, field, nodes, selection, binding) { Slot = needsSlot ? slots++ : -1 });
            }
        }

        return new ObjectPlan(type, [.. fields]);
    }

    private Field? FindField(ObjectType type, string name) => _context.Resolvers.FindField(type, name);

    private SelectionPlan? SelectBelow(Field field, List<FieldNode> nodes)
    {
        if (field.Type.Named is not CompositeType composite)
        {
            return null;
        }

        var below = nodes.Select(node => node.SelectionSet).OfType<SelectionSetNode>().ToList();
        return new SelectionPlan(_context, composite, below, _depth + 1);
    }
}
