namespace Webox.GraphQL.Engine.Tests.Validation.Rules;

public class UniqueVariableNamesRuleTests : RuleTests
{
    [Fact]
    public void The_same_name_in_two_operations() =>
        ExpectValid(
            """
            query A($x: Int, $y: String) { int }
            query B($x: String, $y: Int) { int }
            """);

    [Fact]
    public void The_same_name_in_one() =>
        ExpectErrors(
            """
            query A($x: Int, $x: Int, $x: String) { int }
            query B($x: String, $x: Int) { int }
            """,
            "There can be only one variable named \"$x\". (1:10, 1:19, 1:28)",
            "There can be only one variable named \"$x\". (2:10, 2:22)");
}
