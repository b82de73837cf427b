namespace Webox.GraphQL.Engine.Tests.Validation.Rules;

public class DeferStreamDirectiveOnValidOperationsRuleTests : RuleTests
{
    [Fact]
    public void Queries_and_mutations_may() => ExpectValid("""
        query Q { dog { ... @defer { name } toys @stream { id } } }
        mutation M { adopt(id: 1) { ... @defer { name } } }
        """);

    [Fact]
    public void A_subscription_may_where_a_condition_can_prevent_it() => ExpectValid("""
        subscription($no: Boolean!) {
          petLost {
            ... @defer(if: false) { name }
            ... @defer(if: $no) { name }
            ... @defer @skip(if: true) { name }
            ... @include(if: $no) { ... @defer { name } }
          }
        }
        """);

    [Fact]
    public void A_subscription_may_not() => ExpectErrors(
        "subscription { petLost { ... @defer { name } ...F } } fragment F on Dog { toys @stream(if: true) { id } }",
        "Defer directive not supported on subscription operations. Disable `@defer` by setting the `if` argument to `false`. (1:30)",
        "Stream directive not supported on subscription operations. Disable `@stream` by setting the `if` argument to `false`. (1:80)");

    [Fact]
    public void A_condition_that_prevents_nothing_does_not_count() => ExpectErrors(
        "subscription { petLost { ... @defer @skip(if: false) @include(if: true) { name } } }",
        "Defer directive not supported on subscription operations. Disable `@defer` by setting the `if` argument to `false`. (1:30)");
}
