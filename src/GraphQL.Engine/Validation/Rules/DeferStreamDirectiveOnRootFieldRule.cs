using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Validation.Rules;

/// <summary>
/// The root fields of mutations and subscriptions are neither deferred nor streamed.
/// https://github.com/graphql/graphql-spec/pull/1110 (Defer And Stream Directives Are Used On Valid Root Field)
/// </summary>
internal sealed class DeferStreamDirectiveOnRootFieldRule(ValidationContext context) : ValidationRule
{
    public override void EnterOperation(OperationDefinitionNode operation)
    {
        if (operation.Operation is OperationType.Query || RootTypes.Find(context.Schema, operation.Operation) is not { } root)
        {
            return;
        }

        var spreads = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<SelectionNode>(operation.SelectionSet.Selections.Reverse());
        while (open.TryPop(out var selection))
        {
            var name = selection is FieldNode ? "stream" : "defer";
            if (selection.Directives.FirstOrDefault(directive => directive.Name.Value == name) is { } found
                && IncrementalDirectives.Contains(context.Schema, found))
            {
                var directive = name == "stream" ? "Stream" : "Defer";
                context.Report($"{directive} directive cannot be used on root {operation.Operation.ToString().ToLowerInvariant()} type \"{root}\".", found);
            }

            foreach (var inner in Inside(selection, spreads).Reverse())
            {
                open.Push(inner);
            }
        }
    }

    private IReadOnlyList<SelectionNode> Inside(SelectionNode selection, HashSet<string> spreads) => selection switch
    {
        InlineFragmentNode inline => inline.SelectionSet.Selections,
        FragmentSpreadNode spread when spreads.Add(spread.Name.Value) && context.Fragments.Find(spread.Name.Value) is { } fragment =>
            fragment.SelectionSet.Selections,
        _ => [],
    };
}
