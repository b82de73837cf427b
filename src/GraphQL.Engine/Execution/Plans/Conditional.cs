using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Execution.Plans;

/// <summary>The directives that leave parts of an operation out, or have them come later.</summary>
internal static class Conditional
{
    /// <summary>The value of <c>if</c>.</summary>
    public static ValueNode? Argument(DirectiveNode directive) => directive.Name.Value is "skip" or "include" or "defer" or "stream"
        ? directive.Arguments.FirstOrDefault(argument => argument.Name.Value == "if")?.Value
        : null;

    /// <summary>Whether a part of an operation may come later.</summary>
    public static bool IsIncremental(IEnumerable<ExecutableDefinitionNode> definitions) =>
        SelectionsIn(definitions).Any(selection => selection.Directives.Any(directive => directive.Name.Value is "defer" or "stream"));

    /// <summary>Names of the variables that conditions anywhere in an executable document ask for, each once.</summary>
    public static IReadOnlyList<string> FindVariables(IEnumerable<ExecutableDefinitionNode> definitions)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var selection in SelectionsIn(definitions))
        {
            names.UnionWith(selection.Directives.Select(Argument).OfType<VariableNode>().Select(variable => variable.Name.Value));
        }

        return [.. names];
    }

    private static IEnumerable<SelectionNode> SelectionsIn(IEnumerable<ExecutableDefinitionNode> definitions)
    {
        var waiting = new Stack<SelectionSetNode>(definitions.Select(definition => definition.SelectionSet));
        while (waiting.TryPop(out var selectionSet))
        {
            foreach (var selection in selectionSet.Selections)
            {
                yield return selection;
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
    }
}
