using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Execution.Plans;

/// <summary>What compiling any part of one operation needs to know.</summary>
/// <param name="Conditions">
/// Values of the variables that <c>if</c> of a directive asks for, where they have one. A variable with a default may be null all the
/// same, which is an error where it is asked for.
/// </param>
internal sealed record PlanContext(
    Schema Schema,
    IReadOnlyDictionary<string, FragmentDefinitionNode> Fragments,
    IReadOnlyDictionary<string, bool?> Conditions,
    ResolverAnalysis Resolvers)
{
    /// <summary>https://spec.graphql.org/September2025/#sec--skip and #sec--include</summary>
    /// <exception cref="GraphQLException">A condition is null.</exception>
    public bool IsIncluded(SelectionNode selection)
    {
        foreach (var directive in selection.Directives)
        {
            if ((directive.Name.Value == "skip" && If(directive)) || (directive.Name.Value == "include" && !If(directive)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The directive of that name on a selection, unless its <c>if</c> is false. Null: none.</summary>
    /// <exception cref="GraphQLException">The condition is null.</exception>
    public DirectiveNode? FindActive(SelectionNode selection, string name)
    {
        var directive = selection.Directives.FirstOrDefault(directive => directive.Name.Value == name);
        var isDefault = directive is not null
            && (Conditional.Argument(directive) is not { } value || (value is VariableNode variable && !Conditions.ContainsKey(variable.Name.Value)));
        return directive is not null && (isDefault || If(directive)) ? directive : null;
    }

    /// <summary>https://spec.graphql.org/September2025/#DoesFragmentTypeApply()</summary>
    public bool Applies(ObjectType type, NamedTypeNode? condition) => condition is null || Schema.FindType(condition.Name.Value) switch
    {
        ObjectType other => ReferenceEquals(type, other),
        InterfaceType contract => type.Interfaces.Contains(contract),
        UnionType union => union.Types.Contains(type),
        _ => false,
    };

    private bool If(DirectiveNode directive) => Conditional.Argument(directive) switch
    {
        BooleanValueNode literal => literal.Value,
        VariableNode variable => Conditions.GetValueOrDefault(variable.Name.Value) ?? throw NullCondition(variable),
        _ => false,
    };

    private static GraphQLException NullCondition(VariableNode variable) => new(new Error
    {
        Message = "Argument \"if\" of non-null type \"Boolean!\" must not be null.",
        Code = ErrorCodes.InvalidVariable,
        Locations = [variable.Location],
    });
}
