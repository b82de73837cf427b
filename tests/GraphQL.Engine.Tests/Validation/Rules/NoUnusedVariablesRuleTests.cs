namespace Webox.GraphQL.Engine.Tests.Validation.Rules;

public class NoUnusedVariablesRuleTests : RuleTests
{
    [Fact]
    public void Used_directly_deep_in_a_value_and_through_fragments() =>
        ExpectValid(
            """
            query Q($a: Int, $b: ID!, $c: Boolean!) { int(value: $a) find(filter: { name: "x", toys: [$b] }) { ...F } }
            fragment F on Pet { ...G }
            fragment G on Pet { name(surname: $c) }
            """);

    [Fact]
    public void Unused()
    {
        ExpectErrors(
            "query Q($a: Int, $b: Int) { int(value: $a) }",
            "Variable \"$b\" is never used in operation \"Q\". (1:18)");
        ExpectErrors("query ($a: Int) { int }", "Variable \"$a\" is never used. (1:8)");
    }

    [Fact]
    public void Used_only_by_a_fragment_of_another_operation() =>
        ExpectErrors(
            """
            query A($a: Int) { id }
            query B($a: Int) { ...F }
            fragment F on Query { int(value: $a) }
            """,
            "Variable \"$a\" is never used in operation \"A\". (1:9)");
}
