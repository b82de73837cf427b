using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Types.Sdl;

/// <summary>Reports the directives that SDL applies but that nothing defines.</summary>
internal static class DirectiveReferences
{
    public static void Check(IReadOnlyList<DocumentNode> documents, SdlDefinitions definitions, List<IError> errors)
    {
        var applied = documents.SelectMany(document => document.Definitions).SelectMany(DirectivesOf);
        foreach (var directive in applied)
        {
            var name = directive.Name.Value;
            if (!definitions.Directives.ContainsKey(name) && !SpecifiedDirectives.Contains(name))
            {
                errors.Report($"Unknown directive \"@{name}\".", directive);
            }
        }
    }

    private static IEnumerable<DirectiveNode> DirectivesOf(DefinitionNode definition) => definition switch
    {
        SchemaDefinitionNode schema => schema.Directives,
        SchemaExtensionNode schema => schema.Directives,
        DirectiveDefinitionNode directive => directive.Arguments.SelectMany(argument => argument.Directives),
        TypeDefinitionNode type => type.Directives.Concat(DirectivesOfMembers(type)),
        _ => [],
    };

    private static IEnumerable<DirectiveNode> DirectivesOfMembers(TypeDefinitionNode type) => type switch
    {
        ObjectTypeDefinitionNode node => node.Fields.SelectMany(DirectivesOf),
        InterfaceTypeDefinitionNode node => node.Fields.SelectMany(DirectivesOf),
        InputObjectTypeDefinitionNode node => node.Fields.SelectMany(field => field.Directives),
        EnumTypeDefinitionNode node => node.Values.SelectMany(value => value.Directives),
        _ => [],
    };

    private static IEnumerable<DirectiveNode> DirectivesOf(FieldDefinitionNode field) =>
        field.Directives.Concat(field.Arguments.SelectMany(argument => argument.Directives));
}
