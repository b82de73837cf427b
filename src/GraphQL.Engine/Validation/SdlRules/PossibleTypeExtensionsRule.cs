using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Validation.SdlRules;

/// <summary>
/// A type that is extended exists and is of the same kind.
/// https://spec.graphql.org/September2025/#sec-Type-Extensions
/// </summary>
internal sealed class PossibleTypeExtensionsRule(SdlContext context) : ValidationRule
{
    public override void EnterDefinition(DefinitionNode definition)
    {
        if (definition is not TypeDefinitionNode { IsExtension: true, Name: var name } extension)
        {
            return;
        }

        var kind = KindOf(extension);
        if (context.FindDefinition(name.Value) is { } defined)
        {
            if (KindOf(defined) != kind)
            {
                context.Report($"Cannot extend non-{kind} type \"{name.Value}\".", defined, extension);
            }
        }
        else if (context.Extends?.FindType(name.Value) is not { } existing)
        {
            context.Report($"Cannot extend type \"{name.Value}\" because it is not defined.{SuggestType(name.Value)}", name);
        }
        else if (KindOf(existing) != kind)
        {
            context.Report($"Cannot extend non-{kind} type \"{name.Value}\".", extension);
        }
    }

    private string SuggestType(string name) => context.Suggest(
        name,
        context.Document.Definitions.OfType<TypeDefinitionNode>().Where(type => !type.IsExtension).Select(type => type.Name.Value)
            .Concat(context.Extends?.Types.Select(type => type.Name) ?? []));

    private static string KindOf(TypeDefinitionNode type) => type switch
    {
        ScalarTypeDefinitionNode => "scalar",
        ObjectTypeDefinitionNode => "object",
        InterfaceTypeDefinitionNode => "interface",
        UnionTypeDefinitionNode => "union",
        EnumTypeDefinitionNode => "enum",
        _ => "input object",
    };

    private static string KindOf(NamedType type) => type switch
    {
        ScalarType => "scalar",
        ObjectType => "object",
        InterfaceType => "interface",
        UnionType => "union",
        EnumType => "enum",
        _ => "input object",
    };
}
