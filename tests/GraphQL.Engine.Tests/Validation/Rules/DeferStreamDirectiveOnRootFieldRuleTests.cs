namespace Webox.GraphQL.Engine.Tests.Validation.Rules;

public class DeferStreamDirectiveOnRootFieldRuleTests : RuleTests
{
    [Fact]
    public void Queries_may_and_so_may_what_is_below_the_root() => ExpectValid("""
        query Q { ... @defer { dog { name } } find @stream { name } }
        mutation M { adopt(id: 1) { ... @defer { name } } }
        """);

    [Fact]
    public void A_mutation_may_not() => ExpectErrors(
        "mutation { ... @defer { adopt(id: 1) { name } } adoptAll @stream { name } }",
        "Defer directive cannot be used on root mutation type \"Mutation\". (1:16)",
        "Stream directive cannot be used on root mutation type \"Mutation\". (1:58)");

    [Fact]
    public void A_subscription_may_not_through_a_fragment_either() => ExpectErrors(
        "subscription { ...F } fragment F on Subscription { petsLost @stream { name } ...G @defer } fragment G on Subscription { petLost { name } ...F }",
        "Stream directive cannot be used on root subscription type \"Subscription\". (1:61)",
        "Defer directive cannot be used on root subscription type \"Subscription\". (1:83)");
}
