using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Execution.Plans;

/// <summary>The directives that leave parts of an operation out.</summary>
internal static class Conditional
{
    /// <summary>The value of <c>if</c> of a <c>@skip</c> or <c>@include</c>.</summary>
    public static ValueNode? Argument(DirectiveNode directive) => directive.Name.Value is "skip" or "include"
        ? directive.Arguments.FirstOrDefault(argument => argument.Name.Value == "if")?.Value
        : null;

    /// <summary>Names of the variables that conditions anywhere in an executable document ask for, each once.</summary>
    public static IReadOnlyList<string> FindVariables(IEnumerable<ExecutableDefinitionNode> definitions)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<SelectionSetNode>(definitions.Select(definition => definition.SelectionSet));
        while (waiting.TryPop(out var selectionSet))
        {
            foreach (var selection in selectionSet.Selections)
            {
                names.UnionWith(selection.Directives.Select(Argument).OfType<VariableNode>().Select(variable => variable.Name.Value));
                if (selection is FieldNode { SelectionSet: { } below })
                {
                    waiting.Push(below);
                }
                else if (selection is InlineFragmentNode inline)
                {
                    waiting.Push(inline.SelectionSet);
                }
            }
        }

        return [.. names];
    }
}
