using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Validation.SdlRules;

/// <summary>
/// A directive is defined once.
/// https://spec.graphql.org/September2025/#sec-Type-System.Directives
/// </summary>
internal sealed class UniqueDirectiveNamesRule(SdlContext context) : ValidationRule
{
    private readonly Dictionary<string, NameNode> _seen = new(StringComparer.Ordinal);

    public override void EnterDefinition(DefinitionNode definition)
    {
        if (definition is not DirectiveDefinitionNode { Name: var name })
        {
            return;
        }

        if (context.Extends?.FindDirective(name.Value) is not null)
        {
            context.Report($"Directive \"@{name.Value}\" already exists in the schema. It cannot be redefined.", name);
        }
        else if (!_seen.TryAdd(name.Value, name))
        {
            context.Report($"There can be only one directive named \"@{name.Value}\".", _seen[name.Value], name);
        }
    }
}
