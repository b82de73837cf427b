using System.Collections.Concurrent;
using Webox.GraphQL.Engine.Execution.Coercion;
using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Execution.Plans;

/// <summary>One operation of a validated document, compiled once and run often.</summary>
internal sealed class OperationPlan
{
    /// <summary>Each variable doubles the ways in which an operation can be cut down; few of them are in use.</summary>
    private const int VariantsMax = 16;

    /// <summary>Pairs of bits in the mask that tells variants apart: true, false, null or none. An operation with more conditions is compiled for each request.</summary>
    private const int ConditionsMax = 32;

    private readonly ConcurrentDictionary<ulong, SelectionPlan> _variants = [];
    private readonly ConcurrentDictionary<ulong, SelectionPlan>? _incrementalVariants;
    private readonly Schema _schema;
    private readonly IReadOnlyDictionary<string, FragmentDefinitionNode> _fragments;
    private readonly ResolverAnalysis _resolvers;
    private readonly IReadOnlyList<string> _conditions;

    /// <param name="mayBeIncremental">Whether <c>@defer</c> and <c>@stream</c> count.</param>
    /// <exception cref="GraphQLException">The schema has no root type for the operation.</exception>
    public OperationPlan(
        Schema schema,
        IReadOnlyDictionary<string, FragmentDefinitionNode> fragments,
        OperationDefinitionNode operation,
        long cost,
        bool mayBeIncremental)
    {
        Cost = cost;
        _schema = schema;
        _fragments = fragments;
        Definition = operation;
        RootType = FindRootType(schema, operation.Operation) ?? throw new GraphQLException(new Error
        {
            Message = $"Schema is not configured to execute {operation.Operation.ToString().ToLowerInvariant()} operation.",
            Code = ErrorCodes.ValidationFailed,
            Locations = [operation.Location],
        });
        Variables = VariableDefinition.Of(schema, operation);
        IEnumerable<ExecutableDefinitionNode> definitions = [operation, .. fragments.Values];
        IsIncremental = mayBeIncremental && operation.Operation != OperationType.Subscription && Conditional.IsIncremental(definitions);
        _incrementalVariants = IsIncremental ? [] : null;
        _resolvers = new ResolverAnalysis(schema, fragments, IsIncremental);
        _conditions = Conditional.FindVariables(definitions);
    }

    public OperationDefinitionNode Definition { get; }

    /// <summary>Static, in points; see <see cref="Validation.Limits.FieldCost"/>.</summary>
    public long Cost { get; }

    public OperationType Operation => Definition.Operation;

    public ObjectType RootType { get; }

    public IReadOnlyList<VariableDefinition> Variables { get; }

    /// <summary>Parts of the response may come later.</summary>
    public bool IsIncremental { get; }

    /// <summary>The fields of the root type, less those that <c>@skip</c> and <c>@include</c> leave out under these variables.</summary>
    /// <exception cref="GraphQLException">One of these asks for a variable that is null.</exception>
    public ObjectPlan SelectRoot(IReadOnlyDictionary<string, object?> variables) => Select(_variants, variables).For(RootType);

    /// <summary>The same, where what is deferred and streamed comes later. Only where <see cref="IsIncremental"/>.</summary>
    /// <inheritdoc cref="SelectRoot"/>
    public ObjectPlan SelectIncrementalRoot(IReadOnlyDictionary<string, object?> variables) =>
        Select(_incrementalVariants!, variables).For(RootType);

    private SelectionPlan Select(ConcurrentDictionary<ulong, SelectionPlan> variants, IReadOnlyDictionary<string, object?> variables)
    {
        if (_conditions.Count > ConditionsMax)
        {
            return Compile(variables, variants == _incrementalVariants);
        }

        var mask = Mask(variables);
        if (!variants.TryGetValue(mask, out var variant))
        {
            variant = Compile(variables, variants == _incrementalVariants);
            if (variants.Count < VariantsMax)
            {
                variant = variants.GetOrAdd(mask, variant);
            }
        }

        return variant;
    }

    private ulong Mask(IReadOnlyDictionary<string, object?> variables)
    {
        var mask = 0UL;
        for (var i = 0; i < _conditions.Count; i++)
        {
            var state = variables.TryGetValue(_conditions[i], out var value) ? value switch { true => 1UL, null => 2UL, _ => 0UL } : 3UL;
            mask |= state << (2 * i);
        }

        return mask;
    }

    private SelectionPlan Compile(IReadOnlyDictionary<string, object?> variables, bool isIncremental)
    {
        var conditions = _conditions
            .Where(variables.ContainsKey)
            .ToDictionary(name => name, name => variables[name] as bool?, StringComparer.Ordinal);
        var context = new PlanContext(_schema, _fragments, conditions, _resolvers);
        return isIncremental
            ? new SelectionPlan(context, RootType, [new SelectedSet(Definition.SelectionSet, null)], new HashSet<DeferUsage>(), 1)
            : new SelectionPlan(context, RootType, [Definition.SelectionSet], 1);
    }

    private static ObjectType? FindRootType(Schema schema, OperationType operation) => operation switch
    {
        OperationType.Query => schema.QueryType,
        OperationType.Mutation => schema.MutationType,
        _ => schema.SubscriptionType,
    };
}
