using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Validation.SdlRules;

/// <summary>
/// A value of an enum is defined once, extensions included.
/// https://spec.graphql.org/September2025/#sec-Enums
/// </summary>
internal sealed class UniqueEnumValueNamesRule(SdlContext context) : ValidationRule
{
    private readonly Dictionary<(string Type, string Value), NameNode> _seen = [];

    public override void EnterDefinition(DefinitionNode definition)
    {
        if (definition is not EnumTypeDefinitionNode { Name.Value: var type, Values: var values })
        {
            return;
        }

        var existing = context.Extends?.FindType(type) as EnumType;
        foreach (var name in values.Select(value => value.Name))
        {
            if (existing?.Values.ContainsKey(name.Value) is true)
            {
                context.Report(
                    $"Enum value \"{type}.{name.Value}\" already exists in the schema. It cannot also be defined in this type extension.",
                    name);
            }
            else if (!_seen.TryAdd((type, name.Value), name))
            {
                context.Report($"Enum value \"{type}.{name.Value}\" can only be defined once.", _seen[(type, name.Value)], name);
            }
        }
    }
}
