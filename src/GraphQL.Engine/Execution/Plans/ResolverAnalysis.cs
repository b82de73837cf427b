using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;
using Webox.GraphQL.Engine.Types.Introspection;

namespace Webox.GraphQL.Engine.Execution.Plans;

/// <summary>
/// Answers whether a selection set has a field with a resolver in it, at any depth and on any type its values may have.
/// Looks at each selection set once, whatever the number of paths that lead to it.
/// </summary>
internal sealed class ResolverAnalysis(Schema schema, IReadOnlyDictionary<string, FragmentDefinitionNode> fragments, bool isIncremental)
{
    private readonly ConcurrentDictionary<(SelectionSetNode, CompositeType), bool> _answers = [];

    public bool AnyIn(SelectionSetNode selectionSet, CompositeType type)
    {
        if (_answers.TryGetValue((selectionSet, type), out var known))
        {
            return known;
        }

        RuntimeHelpers.EnsureSufficientExecutionStack();
        var answer = selectionSet.Selections.Any(selection => selection switch
        {
            FieldNode field => AnyInField(field, type),
            InlineFragmentNode inline => AnyIn(inline.SelectionSet, Narrow(type, inline.TypeCondition)),
            FragmentSpreadNode spread when fragments.TryGetValue(spread.Name.Value, out var fragment) =>
                AnyIn(fragment.SelectionSet, Narrow(type, fragment.TypeCondition)),
            _ => false,
        });
        _answers[(selectionSet, type)] = answer;
        return answer;
    }

    /// <summary>A field of an object type, introspection fields included.</summary>
    public Field? FindField(ObjectType type, string name) => name switch
    {
        "__typename" => IntrospectionTypes.TypeNameField,
        "__schema" when ReferenceEquals(type, schema.QueryType) => IntrospectionTypes.SchemaField,
        "__type" when ReferenceEquals(type, schema.QueryType) => IntrospectionTypes.TypeField,
        _ => type.Fields.GetValueOrDefault(name),
    };

    private bool AnyInField(FieldNode node, CompositeType type)
    {
        foreach (var possible in type is ObjectType itself ? [itself] : schema.GetPossibleTypes(type))
        {
            if (FindField(possible, node.Name.Value) is { } field)
            {
                // A list that is delivered in parts is read before the response is written, too.
                var isResolved = FieldBinding.Of(schema, possible, field).Kind == FieldKind.Resolver
                    || (isIncremental && node.Directives.Any(directive => directive.Name.Value == "stream"));
                if (isResolved || (node.SelectionSet is { } below && field.Type.Named is CompositeType composite && AnyIn(below, composite)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private CompositeType Narrow(CompositeType type, NamedTypeNode? condition) =>
        condition is not null && schema.FindType(condition.Name.Value) is CompositeType narrower ? narrower : type;
}
