using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Validation.Rules;

/// <summary>
/// Every fragment is spread, directly or through others, by an operation of the document.
/// https://spec.graphql.org/September2025/#sec-Fragments-Must-Be-Used
/// </summary>
internal sealed class NoUnusedFragmentsRule(ValidationContext context) : ValidationRule
{
    public override void LeaveDocument(DocumentNode document)
    {
        var used = document.Definitions
            .OfType<OperationDefinitionNode>()
            .SelectMany(context.Fragments.ReachableFrom)
            .Select(fragment => fragment.Name.Value)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var fragment in document.Definitions.OfType<FragmentDefinitionNode>())
        {
            if (!used.Contains(fragment.Name.Value))
            {
                context.Report($"Fragment \"{fragment.Name.Value}\" is never used.", fragment);
            }
        }
    }
}
