using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Validation.Rules;

/// <summary>
/// Subscriptions defer and stream nothing, unless a condition can prevent it.
/// https://github.com/graphql/graphql-spec/pull/1110 (Defer And Stream Directives Are Used On Valid Operations)
/// </summary>
internal sealed class DeferStreamDirectiveOnValidOperationsRule(ValidationContext context) : ValidationRule
{
    public override void EnterOperation(OperationDefinitionNode operation)
    {
        if (operation.Operation is not OperationType.Subscription)
        {
            return;
        }

        var spreads = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<SelectionNode>(operation.SelectionSet.Selections.Reverse());
        while (open.TryPop(out var selection))
        {
            if (selection.Directives.Any(directive => MayLeaveOut(directive)))
            {
                continue;
            }

            foreach (var directive in selection.Directives.Where(IsUnconditional))
            {
                var name = directive.Name.Value;
                var title = name == "defer" ? "Defer" : "Stream";
                context.Report(
                    $"{title} directive not supported on subscription operations. Disable `@{name}` by setting the `if` argument to `false`.", directive);
            }

            foreach (var inner in Inside(selection, spreads).Reverse())
            {
                open.Push(inner);
            }
        }
    }

    private static bool MayLeaveOut(DirectiveNode directive) => directive.Name.Value switch
    {
        "skip" => If(directive) is not BooleanValueNode { Value: false },
        "include" => If(directive) is not (null or BooleanValueNode { Value: true }),
        _ => false,
    };

    private bool IsUnconditional(DirectiveNode directive) =>
        IncrementalDirectives.Contains(context.Schema, directive) && If(directive) is not (VariableNode or BooleanValueNode { Value: false });

    private static ValueNode? If(DirectiveNode directive) => directive.Arguments.FirstOrDefault(argument => argument.Name.Value == "if")?.Value;

    private IReadOnlyList<SelectionNode> Inside(SelectionNode selection, HashSet<string> spreads) => selection switch
    {
        FieldNode { SelectionSet: { } below } => below.Selections,
        InlineFragmentNode inline => inline.SelectionSet.Selections,
        FragmentSpreadNode spread when spreads.Add(spread.Name.Value) && context.Fragments.Find(spread.Name.Value) is { } fragment =>
            fragment.SelectionSet.Selections,
        _ => [],
    };
}
