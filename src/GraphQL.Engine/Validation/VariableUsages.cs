using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Validation;

/// <summary>A variable where it is used.</summary>
/// <param name="Type">The type expected there. Null: unknown.</param>
/// <param name="DefaultValue">What the place has when no value is given. Null: no default.</param>
/// <param name="InputObject">The input object that the variable is the value of a field of, if any.</param>
internal sealed record VariableUsage(VariableNode Variable, GraphType? Type, ValueNode? DefaultValue, InputObjectType? InputObject);

/// <summary>Where variables are used, by the operation or fragment in which they stand.</summary>
internal sealed class VariableUsages(FragmentIndex fragments)
{
    private readonly Dictionary<ExecutableDefinitionNode, List<VariableUsage>> _byDefinition = [];
    private readonly Dictionary<OperationDefinitionNode, IReadOnlyList<VariableUsage>> _byOperation = [];

    public void Add(ExecutableDefinitionNode definition, VariableUsage usage)
    {
        if (!_byDefinition.TryGetValue(definition, out var usages))
        {
            _byDefinition[definition] = usages = [];
        }

        usages.Add(usage);
    }

    /// <summary>Usages in <paramref name="operation"/> and in every fragment it reaches.</summary>
    public IReadOnlyList<VariableUsage> Of(OperationDefinitionNode operation)
    {
        if (!_byOperation.TryGetValue(operation, out var usages))
        {
            IEnumerable<ExecutableDefinitionNode> definitions = [operation, .. fragments.ReachableFrom(operation)];
            _byOperation[operation] = usages = [.. definitions.SelectMany(definition => _byDefinition.GetValueOrDefault(definition) ?? [])];
        }

        return usages;
    }
}
