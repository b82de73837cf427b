using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Validation.Rules;

/// <summary>
/// A fragment that is spread is defined in the document.
/// https://spec.graphql.org/September2025/#sec-Fragment-Spread-Target-Defined
/// </summary>
internal sealed class KnownFragmentNamesRule(ValidationContext context) : ValidationRule
{
    public override void EnterFragmentSpread(FragmentSpreadNode spread)
    {
        if (context.Fragments.Find(spread.Name.Value) is null)
        {
            context.Report($"Unknown fragment \"{spread.Name.Value}\".", spread.Name);
        }
    }
}
