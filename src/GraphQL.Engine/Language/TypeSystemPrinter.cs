namespace Webox.GraphQL.Engine.Language;

/// <summary>Writes type system definitions and extensions.</summary>
internal static class TypeSystemPrinter
{
    public static string Print(SyntaxNode node) => node switch
    {
        SchemaDefinitionNode schema => Layout.Description(schema.Description)
            + Line("schema", Layout.Directives(schema.Directives), Layout.Block(schema.OperationTypes.Select(Print))),
        SchemaExtensionNode schema =>
            Line("extend schema", Layout.Directives(schema.Directives), Layout.Block(schema.OperationTypes.Select(Print))),
        OperationTypeDefinitionNode root => $"{KeywordOf(root.Operation)}: {root.Type.Name.Value}",
        TypeDefinitionNode type => PrintType(type),
        FieldDefinitionNode field => PrintField(field),
        InputValueDefinitionNode input => PrintInput(input),
        EnumValueDefinitionNode value => Layout.Description(value.Description)
            + Line(value.Name.Value, Layout.Directives(value.Directives)),
        DirectiveDefinitionNode directive => PrintDirective(directive),
        _ => throw new ArgumentException($"{node.GetType().Name} is no part of a type system.", nameof(node)),
    };

    private static string PrintType(TypeDefinitionNode type)
    {
        var directives = Layout.Directives(type.Directives);
        var name = type.Name.Value;
        var definition = type switch
        {
            ObjectTypeDefinitionNode node => Line("type", name, Implements(node.Interfaces), directives, Block(node.Fields)),
            InterfaceTypeDefinitionNode node => Line("interface", name, Implements(node.Interfaces), directives, Block(node.Fields)),
            UnionTypeDefinitionNode node => Line("union", name, directives, Layout.Wrap("= ", Names(node.Types, " | "))),
            EnumTypeDefinitionNode node => Line("enum", name, directives, Block(node.Values)),
            InputObjectTypeDefinitionNode node => Line("input", name, directives, Block(node.Fields)),
            _ => Line("scalar", name, directives),
        };
        return Layout.Description(type.Description) + (type.IsExtension ? "extend " : "") + definition;
    }

    private static string PrintField(FieldDefinitionNode field)
    {
        var arguments = Layout.Arguments([.. field.Arguments.Select(PrintInput)]);
        return Layout.Description(field.Description)
            + Line($"{field.Name.Value}{arguments}: {Printer.Print(field.Type)}", Layout.Directives(field.Directives));
    }

    private static string PrintInput(InputValueDefinitionNode input)
    {
        var defaultValue = input.DefaultValue is { } value ? $"= {Printer.Print(value)}" : "";
        return Layout.Description(input.Description)
            + Line($"{input.Name.Value}: {Printer.Print(input.Type)}", defaultValue, Layout.Directives(input.Directives));
    }

    private static string PrintDirective(DirectiveDefinitionNode directive)
    {
        var arguments = Layout.Arguments([.. directive.Arguments.Select(PrintInput)]);
        var locations = string.Join(" | ", directive.Locations.Select(location => location.Value));
        return Layout.Description(directive.Description)
            + Line($"directive @{directive.Name.Value}{arguments}", directive.IsRepeatable ? "repeatable" : "", $"on {locations}");
    }

    private static string KeywordOf(OperationType operation) => operation switch
    {
        OperationType.Query => "query",
        OperationType.Mutation => "mutation",
        _ => "subscription",
    };

    private static string Implements(IReadOnlyList<NamedTypeNode> interfaces) => Layout.Wrap("implements ", Names(interfaces, " & "));

    private static string Names(IReadOnlyList<NamedTypeNode> types, string separator) =>
        string.Join(separator, types.Select(type => type.Name.Value));

    private static string Block(IReadOnlyList<SyntaxNode> members) => Layout.Block(members.Select(Print));

    private static string Line(params string[] parts) => Layout.Join(parts, " ");
}
