using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Validation.Rules;

/// <summary>
/// A subscription selects exactly one field at its root, no introspection field, and decides that without <c>@skip</c> and <c>@include</c>.
/// https://spec.graphql.org/September2025/#sec-Single-Root-Field
/// </summary>
internal sealed class SingleFieldSubscriptionsRule(ValidationContext context) : ValidationRule
{
    public override void EnterOperation(OperationDefinitionNode operation)
    {
        if (operation.Operation is not OperationType.Subscription || context.Schema.SubscriptionType is not { } type)
        {
            return;
        }

        var subscription = operation.Name is { } name ? $"Subscription \"{name.Value}\"" : "Anonymous Subscription";
        var selected = SelectedAtRoot(operation.SelectionSet, type);
        var conditions = selected.SelectMany(selection => selection.Directives)
            .Where(directive => directive.Name.Value is "skip" or "include")
            .ToArray();
        if (conditions.Length > 0)
        {
            context.Report($"{subscription} must not use `@skip` or `@include` directives in the top level selection.", conditions);
            return;
        }

        var fields = selected.OfType<FieldNode>().GroupBy(field => field.ResponseKey).ToArray();
        if (fields.Length == 0)
        {
            context.Report($"{subscription} must select one top level field.", operation.SelectionSet);
        }
        else if (fields.Length > 1)
        {
            context.Report($"{subscription} must select only one top level field.", [.. fields.Skip(1).SelectMany(group => group)]);
        }

        foreach (var group in fields)
        {
            if (group.First().Name.Value.StartsWith("__", StringComparison.Ordinal))
            {
                context.Report($"{subscription} must not select an introspection top level field.", [.. group]);
            }
        }
    }

    /// <summary>Fields and fragments that apply at the root, in the order of the document. Each fragment is looked into once.</summary>
    private List<SelectionNode> SelectedAtRoot(SelectionSetNode root, ObjectType type)
    {
        var selected = new List<SelectionNode>();
        var spreads = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<SelectionNode>(root.Selections.Reverse());
        while (open.TryPop(out var selection))
        {
            selected.Add(selection);
            var (condition, selectionSet) = selection switch
            {
                InlineFragmentNode inline => (inline.TypeCondition, inline.SelectionSet),
                FragmentSpreadNode spread when spreads.Add(spread.Name.Value) && context.Fragments.Find(spread.Name.Value) is { } fragment
                    => (fragment.TypeCondition, fragment.SelectionSet),
                _ => (null, null),
            };
            if (selectionSet is not null && Applies(condition, type))
            {
                foreach (var inner in selectionSet.Selections.Reverse())
                {
                    open.Push(inner);
                }
            }
        }

        return selected;
    }

    private bool Applies(NamedTypeNode? condition, ObjectType type) => condition is null
        || (context.Schema.FindType(condition.Name.Value) is CompositeType composite
            && TypeComparison.Applies(context.Schema, composite, type));
}
