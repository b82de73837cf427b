using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Validation.Rules;

/// <summary>
/// A fragment stands where some object could be of its type.
/// https://spec.graphql.org/September2025/#sec-Fragment-Spread-Is-Possible
/// </summary>
internal sealed class PossibleFragmentSpreadsRule(ValidationContext context) : ValidationRule
{
    public override void EnterInlineFragment(InlineFragmentNode fragment) => Check(fragment.TypeCondition, "Fragment", fragment);

    public override void EnterFragmentSpread(FragmentSpreadNode spread) =>
        Check(context.Fragments.Find(spread.Name.Value)?.TypeCondition, $"Fragment \"{spread.Name.Value}\"", spread);

    private void Check(NamedTypeNode? condition, string fragment, SelectionNode node)
    {
        if (condition is not null
            && context.Types.ParentType is { } parent
            && context.Schema.FindType(condition.Name.Value) is CompositeType type
            && !TypeComparison.Overlap(context.Schema, parent, type))
        {
            context.Report($"{fragment} cannot be spread here as objects of type \"{parent}\" can never be of type \"{type}\".", node);
        }
    }
}
