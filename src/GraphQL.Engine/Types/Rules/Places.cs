using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Types.Rules;

/// <summary>Where SDL defines a part of a schema. Null for what was not made from SDL.</summary>
internal static class Places
{
    public static Location? Of(NamedType type) => type.Syntax is [var definition, ..] ? definition.Location : null;

    public static Location? OfField(NamedType type, string field) => Find(type, field)?.Location;

    public static Location? OfArgument(NamedType type, string field, string argument) =>
        Find(type, field) is FieldDefinitionNode node
            ? node.Arguments.FirstOrDefault(candidate => candidate.Name.Value == argument)?.Location
            : null;

    private static SyntaxNode? Find(NamedType type, string member)
    {
        foreach (var part in type.Syntax)
        {
            SyntaxNode? found = part switch
            {
                ObjectTypeDefinitionNode node => node.Fields.FirstOrDefault(field => field.Name.Value == member),
                InterfaceTypeDefinitionNode node => node.Fields.FirstOrDefault(field => field.Name.Value == member),
                InputObjectTypeDefinitionNode node => node.Fields.FirstOrDefault(field => field.Name.Value == member),
                EnumTypeDefinitionNode node => node.Values.FirstOrDefault(value => value.Name.Value == member),
                _ => null,
            };
            if (found is not null)
            {
                return found;
            }
        }

        return null;
    }
}
