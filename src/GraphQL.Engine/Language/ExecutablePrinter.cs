namespace Webox.GraphQL.Engine.Language;

/// <summary>Writes operations and fragments.</summary>
internal static class ExecutablePrinter
{
    public static string Print(SyntaxNode node) => node switch
    {
        OperationDefinitionNode operation => PrintOperation(operation),
        FragmentDefinitionNode fragment => PrintFragment(fragment),
        VariableDefinitionNode variable => PrintVariable(variable),
        SelectionSetNode set => Layout.Block(set.Selections.Select(Print)),
        FieldNode field => PrintField(field),
        FragmentSpreadNode spread => $"...{spread.Name.Value}{Layout.Wrap(" ", Layout.Directives(spread.Directives))}",
        InlineFragmentNode inline => PrintInlineFragment(inline),
        _ => throw new ArgumentException($"{node.GetType().Name} is no part of an operation.", nameof(node)),
    };

    private static string PrintOperation(OperationDefinitionNode operation)
    {
        var variables = operation.VariableDefinitions.Select(PrintVariable).ToArray();
        var keyword = operation.Operation switch
        {
            OperationType.Query => "query",
            OperationType.Mutation => "mutation",
            _ => "subscription",
        };
        var head = Layout.Join(
            [keyword, operation.Name?.Value + Layout.Arguments(variables), Layout.Directives(operation.Directives)], " ");
        var prefix = Layout.Description(operation.Description) + head;
        return (prefix == "query" ? "" : prefix + " ") + Print(operation.SelectionSet);
    }

    private static string PrintFragment(FragmentDefinitionNode fragment)
    {
        var head = $"fragment {fragment.Name.Value} on {fragment.TypeCondition.Name.Value}";
        var body = Layout.Join([head, Layout.Directives(fragment.Directives), Print(fragment.SelectionSet)], " ");
        return Layout.Description(fragment.Description) + body;
    }

    private static string PrintVariable(VariableDefinitionNode variable)
    {
        var declaration = $"{Printer.Print(variable.Variable)}: {Printer.Print(variable.Type)}";
        var defaultValue = variable.DefaultValue is { } value ? $"= {Printer.Print(value)}" : "";
        return Layout.Description(variable.Description)
            + Layout.Join([declaration, defaultValue, Layout.Directives(variable.Directives)], " ");
    }

    private static string PrintField(FieldNode field)
    {
        var name = Layout.Wrap("", field.Alias?.Value, ": ") + field.Name.Value;
        var arguments = field.Arguments.Select(Printer.Print).ToArray();
        var line = name + Layout.Wrap("(", Layout.Join(arguments, ", "), ")");
        if (line.Length > Layout.LineLengthMax)
        {
            line = name + Layout.Wrap("(\n", Layout.Indent(Layout.Join(arguments, "\n")), "\n)");
        }

        return Layout.Join([line, Layout.Directives(field.Directives), field.SelectionSet is { } set ? Print(set) : ""], " ");
    }

    private static string PrintInlineFragment(InlineFragmentNode inline) => Layout.Join(
        [
            "...",
            Layout.Wrap("on ", inline.TypeCondition?.Name.Value),
            Layout.Directives(inline.Directives),
            Print(inline.SelectionSet),
        ],
        " ");
}
