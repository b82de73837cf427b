using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Types.Sdl;

/// <summary>Makes a schema of collected definitions: first every type by name, then its parts, which may refer to any type.</summary>
internal sealed class SchemaAssembly(SdlDefinitions definitions, List<IError> errors)
{
    public Schema Build()
    {
        var types = definitions.Types.ToDictionary(pair => pair.Key, pair => Declare(pair.Value), StringComparer.Ordinal);
        var wrongKinds = new List<IError>();
        var references = new TypeReferences(types, errors, wrongKinds);
        var members = new MemberAssembly(references, errors);
        var typeAssembly = new TypeAssembly(references, members, errors);
        foreach (var (name, parts) in definitions.Types)
        {
            typeAssembly.Fill(types[name], parts);
        }

        var directives = definitions.Directives.Values.Select(members.MakeDirective).ToList();
        directives.AddRange(SpecifiedDirectives.All.Where(directive => !definitions.Directives.ContainsKey(directive.Name)));

        var roots = new RootTypes(definitions, references, types, errors, wrongKinds);
        return new Schema(
            roots.Find(OperationType.Query),
            roots.Find(OperationType.Mutation),
            roots.Find(OperationType.Subscription),
            SchemaTypes.Complete([.. definitions.Types.Keys.Select(name => types[name])], directives),
            directives,
            definitions.SchemaDefinitions is [var schema, ..] ? schema.Description?.Value : null)
        {
            WrongKinds = wrongKinds,
            AppliedDirectives =
            [
                .. definitions.SchemaDefinitions.SelectMany(node => node.Directives),
                .. definitions.SchemaExtensions.SelectMany(node => node.Directives),
            ],
        };
    }

    private static NamedType Declare(List<TypeDefinitionNode> parts)
    {
        var name = parts[0].Name.Value;
        NamedType type = parts[0] switch
        {
            ObjectTypeDefinitionNode => new ObjectType(name),
            InterfaceTypeDefinitionNode => new InterfaceType(name),
            UnionTypeDefinitionNode => new UnionType(name),
            EnumTypeDefinitionNode => new EnumType(name),
            InputObjectTypeDefinitionNode => new InputObjectType(name),
            _ => new ScalarType(name),
        };
        type.Description = parts[0].Description?.Value;
        type.Directives = [.. parts.SelectMany(part => part.Directives)];
        type.Syntax = parts;
        return type;
    }
}
