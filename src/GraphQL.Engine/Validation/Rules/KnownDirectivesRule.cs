using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Validation.Rules;

/// <summary>
/// A directive that is applied exists and may stand where it stands.
/// https://spec.graphql.org/September2025/#sec-Directives-Are-Defined
/// </summary>
internal sealed class KnownDirectivesRule(RuleContext context) : ValidationRule
{
    public override void EnterDirectives(SyntaxNode owner, IReadOnlyList<DirectiveNode> directives, string location)
    {
        foreach (var directive in directives)
        {
            var name = directive.Name.Value;
            if (!context.Directives.TryGetValue(name, out var signature))
            {
                context.Report($"Unknown directive \"@{name}\".", directive);
            }
            else if (!signature.Locations.Contains(location))
            {
                context.Report($"Directive \"@{name}\" may not be used on {location}.", directive);
            }
        }
    }
}
