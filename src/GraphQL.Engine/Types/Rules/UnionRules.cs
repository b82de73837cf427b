using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Types.Rules;

/// <summary>https://spec.graphql.org/September2025/#sec-Unions.Type-Validation</summary>
internal static class UnionRules
{
    public static void Check(UnionType union, SchemaReport report)
    {
        if (union.Types.Count == 0 && !union.Syntax.OfType<UnionTypeDefinitionNode>().Any(part => part.Types.Count > 0))
        {
            report.Add($"Union type {union} must define one or more member types.", Places.Of(union));
        }

        foreach (var repeated in union.Types.GroupBy(type => type).Where(group => group.Count() > 1))
        {
            report.Add($"Union type {union} can only include type {repeated.Key} once.", Places.Of(union));
        }
    }
}
