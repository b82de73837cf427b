namespace Webox.GraphQL.Engine.Tests.Validation.Rules;

public class SingleFieldSubscriptionsRuleTests : RuleTests
{
    [Fact]
    public void One_field_also_twice_or_through_a_fragment() =>
        ExpectValid(
            """
            subscription S { petAdopted { name } petAdopted { owner { name } } ...F }
            fragment F on Subscription { petAdopted { name } }
            """);

    [Fact]
    public void Other_operations_may_select_many() => ExpectValid("query Q { dog { name } cat { nickname } __typename }");

    [Fact]
    public void Two_fields() =>
        ExpectErrors(
            "subscription S { petAdopted { name } petLost { name } }",
            "Subscription \"S\" must select only one top level field. (1:38)");

    [Fact]
    public void Two_fields_of_an_anonymous_subscription_through_fragments() =>
        ExpectErrors(
            """
            subscription { ...F ... on Subscription { petLost { name } } }
            fragment F on Subscription { petAdopted { name } }
            """,
            "Anonymous Subscription must select only one top level field. (1:43)");

    [Fact]
    public void The_same_field_under_another_alias() =>
        ExpectErrors(
            "subscription S { petAdopted { name } other: petAdopted { name } }",
            "Subscription \"S\" must select only one top level field. (1:38)");

    [Fact]
    public void An_introspection_field() =>
        ExpectErrors(
            "subscription S { __typename }",
            "Subscription \"S\" must not select an introspection top level field. (1:18)");

    [Fact]
    public void An_aliased_introspection_field_beside_another_field() =>
        ExpectErrors(
            "subscription S { petAdopted { name } t: __typename }",
            "Subscription \"S\" must select only one top level field. (1:38)",
            "Subscription \"S\" must not select an introspection top level field. (1:38)");

    [Fact]
    public void Conditions_at_the_root() =>
        ExpectErrors(
            "subscription S($a: Boolean!) { petAdopted @skip(if: $a) { name } petLost @include(if: $a) { name } }",
            "Subscription \"S\" must not use `@skip` or `@include` directives in the top level selection. (1:43, 1:74)");

    [Fact]
    public void Conditions_on_a_fragment_at_the_root_and_below_the_root() =>
        ExpectErrors(
            """
            subscription S($a: Boolean!) { ...F @include(if: $a) }
            fragment F on Subscription { petAdopted { name @skip(if: $a) } }
            """,
            "Subscription \"S\" must not use `@skip` or `@include` directives in the top level selection. (1:37)");

    [Fact]
    public void A_circle_of_fragments_ends() =>
        ExpectErrors(
            """
            subscription S { ...A }
            fragment A on Subscription { ...B }
            fragment B on Subscription { ...A }
            """,
            "Subscription \"S\" must select one top level field. (1:16)");
}
