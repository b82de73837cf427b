namespace Webox.GraphQL.Engine.Language;

/// <summary>Writes syntax trees as text, in the style of graphql-js. What it writes reads back as the same tree.</summary>
public static class Printer
{
    public static string Print(SyntaxNode node) => node switch
    {
        NameNode name => name.Value,
        DocumentNode document => Layout.Join(document.Definitions.Select(Print), "\n\n"),
        ValueNode value => ValuePrinter.Print(value),
        ObjectFieldNode field => ValuePrinter.Print(field),
        TypeNode type => PrintType(type),
        ArgumentNode argument => $"{argument.Name.Value}: {Print(argument.Value)}",
        DirectiveNode directive => $"@{directive.Name.Value}{Layout.Wrap("(", Layout.Join(directive.Arguments.Select(Print), ", "), ")")}",
        ExecutableDefinitionNode or VariableDefinitionNode or SelectionSetNode or SelectionNode => ExecutablePrinter.Print(node),
        _ => TypeSystemPrinter.Print(node),
    };

    private static string PrintType(TypeNode type) => type switch
    {
        NamedTypeNode named => named.Name.Value,
        ListTypeNode list => $"[{PrintType(list.Type)}]",
        NonNullTypeNode nonNull => $"{PrintType(nonNull.Type)}!",
        _ => throw new ArgumentException($"{type.GetType().Name} is no type reference.", nameof(type)),
    };
}
