using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Validation.SdlRules;

/// <summary>
/// A field of a type is defined once, extensions included.
/// https://spec.graphql.org/September2025/#sec-Objects
/// </summary>
internal sealed class UniqueFieldDefinitionNamesRule(SdlContext context) : ValidationRule
{
    private readonly Dictionary<(string Type, string Field), NameNode> _seen = [];

    public override void EnterDefinition(DefinitionNode definition)
    {
        switch (definition)
        {
            case ObjectTypeDefinitionNode type:
                Check(type.Name.Value, type.Fields.Select(field => field.Name));
                break;
            case InterfaceTypeDefinitionNode type:
                Check(type.Name.Value, type.Fields.Select(field => field.Name));
                break;
            case InputObjectTypeDefinitionNode type:
                Check(type.Name.Value, type.Fields.Select(field => field.Name));
                break;
        }
    }

    private void Check(string type, IEnumerable<NameNode> fields)
    {
        var existing = context.Extends?.FindType(type);
        foreach (var name in fields)
        {
            if (HasField(existing, name.Value))
            {
                context.Report(
                    $"Field \"{type}.{name.Value}\" already exists in the schema. It cannot also be defined in this type extension.", name);
            }
            else if (!_seen.TryAdd((type, name.Value), name))
            {
                context.Report($"Field \"{type}.{name.Value}\" can only be defined once.", _seen[(type, name.Value)], name);
            }
        }
    }

    private static bool HasField(NamedType? type, string name) => type switch
    {
        FieldedType fielded => fielded.Fields.ContainsKey(name),
        InputObjectType input => input.Fields.ContainsKey(name),
        _ => false,
    };
}
