using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Validation.Rules;

/// <summary>
/// Every type that is referred to exists.
/// https://spec.graphql.org/September2025/#sec-Fragment-Spread-Type-Existence
/// </summary>
internal sealed class KnownTypeNamesRule(RuleContext context) : ValidationRule
{
    public override void EnterNamedType(NamedTypeNode type)
    {
        var name = type.Name.Value;
        if (!context.IsKnownType(name))
        {
            context.Report($"Unknown type \"{name}\".{context.Suggest(name, context.TypeNames)}", type);
        }
    }
}
