namespace Webox.GraphQL.Engine.Tests.Validation.Rules;

public class UniqueFragmentNamesRuleTests : RuleTests
{
    [Fact]
    public void Different_names() =>
        ExpectValid(
            """
            { ...A ...B ... on Query { int } }
            fragment A on Query { int }
            fragment B on Query { int }
            """);

    [Fact]
    public void The_same_name_three_times() =>
        ExpectErrors(
            """
            fragment A on Query { int }
            fragment A on Dog { name }
            fragment A on Query { int }
            """,
            "There can be only one fragment named \"A\". (1:10, 2:10)",
            "There can be only one fragment named \"A\". (1:10, 3:10)");
}
