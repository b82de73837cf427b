using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Validation.Rules;

/// <summary>
/// A directive is applied once at a place, unless it is repeatable. Extensions of a type count as the same place.
/// https://spec.graphql.org/September2025/#sec-Directives-Are-Unique-per-Location
/// </summary>
internal sealed class UniqueDirectivesPerLocationRule(RuleContext context) : ValidationRule
{
    private readonly Dictionary<string, Dictionary<string, DirectiveNode>> _seenOnTypes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DirectiveNode> _seenOnSchema = new(StringComparer.Ordinal);

    public override void EnterDirectives(SyntaxNode owner, IReadOnlyList<DirectiveNode> directives, string location)
    {
        var seen = SeenOn(owner);
        foreach (var directive in directives)
        {
            var name = directive.Name.Value;
            if (context.Directives.TryGetValue(name, out var signature) && !signature.IsRepeatable && !seen.TryAdd(name, directive))
            {
                context.Report($"The directive \"@{name}\" can only be used once at this location.", seen[name], directive);
            }
        }
    }

    private Dictionary<string, DirectiveNode> SeenOn(SyntaxNode owner)
    {
        switch (owner)
        {
            case SchemaDefinitionNode or SchemaExtensionNode:
                return _seenOnSchema;
            case TypeDefinitionNode type:
                if (!_seenOnTypes.TryGetValue(type.Name.Value, out var seen))
                {
                    _seenOnTypes[type.Name.Value] = seen = new(StringComparer.Ordinal);
                }

                return seen;
            default:
                return new(StringComparer.Ordinal);
        }
    }
}
