using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Validation.Rules;

/// <summary>
/// A fragment is on an object, an interface or a union.
/// https://spec.graphql.org/September2025/#sec-Fragments-on-Object-Interface-or-Union-Types
/// </summary>
internal sealed class FragmentsOnCompositeTypesRule(ValidationContext context) : ValidationRule
{
    public override void EnterInlineFragment(InlineFragmentNode fragment)
    {
        if (fragment.TypeCondition is { } condition && IsLeafOrInput(condition))
        {
            context.Report($"Fragment cannot condition on non composite type \"{condition.Name.Value}\".", condition);
        }
    }

    public override void EnterFragment(FragmentDefinitionNode fragment)
    {
        var (name, condition) = (fragment.Name.Value, fragment.TypeCondition);
        if (IsLeafOrInput(condition))
        {
            context.Report($"Fragment \"{name}\" cannot condition on non composite type \"{condition.Name.Value}\".", condition);
        }
    }

    private bool IsLeafOrInput(NamedTypeNode condition) =>
        context.Schema.FindType(condition.Name.Value) is not null and not CompositeType;
}
