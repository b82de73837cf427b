using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Validation.Limits;

/// <summary>
/// Measures one operation. Selection sets wait on a stack of our own, and every fragment that is looked into is counted, so neither
/// depth nor circles of fragments can exhaust the thread.
/// </summary>
internal sealed class OperationMeter(
    Schema schema, FragmentIndex fragments, ExecutionLimits limits, OperationDefinitionNode operation, int spreadVisitsLeft)
{
    private readonly Stack<Level> _open = new();
    private readonly HashSet<string> _rootKeys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IError> _errors = new(StringComparer.Ordinal);

    /// <summary>In the units of <see cref="FieldCost"/>.</summary>
    public long Cost { get; private set; }

    /// <summary>Negative once there were too many.</summary>
    public int SpreadVisitsLeft { get; private set; } = spreadVisitsLeft;

    public IReadOnlyCollection<IError> Measure()
    {
        _open.Push(new Level(operation.SelectionSet, RootTypes.Find(schema, operation.Operation), Depth: 1));
        while (_open.TryPop(out var level) && SpreadVisitsLeft >= 0)
        {
            foreach (var selection in level.SelectionSet.Selections)
            {
                Visit(selection, level);
            }
        }

        return _errors.Values;
    }

    private void Visit(SelectionNode selection, Level level)
    {
        switch (selection)
        {
            case FieldNode field:
                Visit(field, level);
                break;
            case InlineFragmentNode fragment:
                _open.Push(level with { SelectionSet = fragment.SelectionSet, Type = TypeOf(fragment.TypeCondition, level.Type) });
                break;
            case FragmentSpreadNode spread when fragments.Find(spread.Name.Value) is { } fragment:
                if (--SpreadVisitsLeft < 0)
                {
                    Refuse(ErrorCodes.TooManyFragments, $"Fragments are spread more than {limits.FragmentSpreadVisitsMax} times.", spread);
                    break;
                }

                _open.Push(level with { SelectionSet = fragment.SelectionSet, Type = TypeOf(fragment.TypeCondition, level.Type) });
                break;
        }
    }

    private void Visit(FieldNode field, Level level)
    {
        var name = field.Name.Value;
        if (name == "__typename")
        {
            return;
        }

        CountRootField(field, level);
        if (level.InIntrospection || name is "__schema" or "__type")
        {
            VisitIntrospection(field, level);
            return;
        }

        if (level.Depth > limits.DepthMax)
        {
            Refuse(ErrorCodes.QueryTooDeep, $"Fields are selected more than {limits.DepthMax} levels deep.", field);
            return;
        }

        if (FieldLookup.Find(schema, level.Type, name) is not { } definition)
        {
            return;
        }

        var items = definition.Type.Nullable is ListType ? level.ItemsBelow : 1;
        var times = Math.Min(level.Times * items, limits.CostMax + 1L);
        Cost += times * FieldCost.Of(definition);
        if (Cost > limits.CostMax)
        {
            Refuse(ErrorCodes.QueryTooComplex, $"The operation costs more than {limits.CostMax}.", field);
            return;
        }

        if (field.SelectionSet is { } selectionSet)
        {
            _open.Push(new Level(selectionSet, definition.Type.Named as CompositeType, level.Depth + 1)
            {
                Times = times,
                ItemsBelow = definition.Paging is { } paging ? FieldCost.PageSize(field, paging) : 1,
            });
        }
    }

    private void CountRootField(FieldNode field, Level level)
    {
        if (level.Depth != 1)
        {
            return;
        }

        _rootKeys.Add(field.ResponseKey);
        var keysMax = operation.Operation is OperationType.Mutation ? limits.MutationRootFieldsMax : limits.RootFieldsMax;
        if (_rootKeys.Count > keysMax)
        {
            Refuse(ErrorCodes.TooManyRootFields, $"More than {keysMax} fields are selected at the root.", field);
        }
    }

    private void VisitIntrospection(FieldNode field, Level level)
    {
        var name = field.Name.Value;
        if (!limits.IntrospectionEnabled)
        {
            Refuse(
                ErrorCodes.IntrospectionDisabled,
                $"GraphQL introspection has been disabled, but the requested query contained the field \"{name}\".",
                field);
            return;
        }

        var depth = level.InIntrospection ? level.Depth : 1;
        var lists = level.IntrospectionLists + (name is "fields" or "inputFields" or "interfaces" or "possibleTypes" ? 1 : 0);
        if (depth > limits.IntrospectionDepthMax || lists > limits.IntrospectionListsMax)
        {
            Refuse(ErrorCodes.QueryTooDeep, "Maximum introspection depth exceeded", field);
        }
        else if (field.SelectionSet is { } selectionSet)
        {
            _open.Push(new Level(selectionSet, Type: null, depth + 1) { InIntrospection = true, IntrospectionLists = lists });
        }
    }

    private void Refuse(string code, string message, SyntaxNode node) =>
        _errors.TryAdd(code, new Error { Message = message, Code = code, Locations = [node.Location] });

    private CompositeType? TypeOf(NamedTypeNode? condition, CompositeType? outer) =>
        condition is null ? outer : schema.FindType(condition.Name.Value) as CompositeType;

    /// <summary>A selection set that waits to be measured.</summary>
    /// <param name="Depth">Of its fields.</param>
    private sealed record Level(SelectionSetNode SelectionSet, CompositeType? Type, int Depth)
    {
        /// <summary>How often its fields are resolved at most.</summary>
        public long Times { get; init; } = 1;

        /// <summary>How many items its lists have: those of a connection have as many as a page.</summary>
        public int ItemsBelow { get; init; } = 1;

        public bool InIntrospection { get; init; }

        public int IntrospectionLists { get; init; }
    }
}
