using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Validation.SdlRules;

/// <summary>
/// A type is defined once.
/// https://spec.graphql.org/September2025/#sec-Schema
/// </summary>
internal sealed class UniqueTypeNamesRule(SdlContext context) : ValidationRule
{
    private readonly Dictionary<string, NameNode> _seen = new(StringComparer.Ordinal);

    public override void EnterDefinition(DefinitionNode definition)
    {
        if (definition is not TypeDefinitionNode { IsExtension: false, Name: var name })
        {
            return;
        }

        if (context.Extends?.FindType(name.Value) is not null)
        {
            context.Report($"Type \"{name.Value}\" already exists in the schema. It cannot also be defined in this type definition.", name);
        }
        else if (!_seen.TryAdd(name.Value, name))
        {
            context.Report($"There can be only one type named \"{name.Value}\".", _seen[name.Value], name);
        }
    }
}
