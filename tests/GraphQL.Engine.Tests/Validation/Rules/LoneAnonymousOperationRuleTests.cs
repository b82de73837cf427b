namespace Webox.GraphQL.Engine.Tests.Validation.Rules;

public class LoneAnonymousOperationRuleTests : RuleTests
{
    [Fact]
    public void Only_fragments() => ExpectValid("fragment F on Dog { name }");

    [Fact]
    public void One_anonymous_operation_with_fragments() =>
        ExpectValid(
            """
            { dog { ...F } }
            fragment F on Dog { name }
            """);

    [Fact]
    public void Several_named_ones() =>
        ExpectValid(
            """
            query A { dog { name } }
            query B { dog { name } }
            """);

    [Fact]
    public void Two_anonymous_ones() =>
        ExpectErrors(
            """
            { dog { name } }
            { cat { nickname } }
            """,
            "This anonymous operation must be the only defined operation. (1:1)",
            "This anonymous operation must be the only defined operation. (2:1)");

    [Fact]
    public void An_anonymous_one_beside_a_mutation() =>
        ExpectErrors(
            """
            { dog { name } }
            mutation M { adopt(id: 1) { name } }
            """,
            "This anonymous operation must be the only defined operation. (1:1)");
}
