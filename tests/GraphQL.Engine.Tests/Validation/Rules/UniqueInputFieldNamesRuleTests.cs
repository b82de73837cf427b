namespace Webox.GraphQL.Engine.Tests.Validation.Rules;

public class UniqueInputFieldNamesRuleTests : RuleTests
{
    [Fact]
    public void The_same_name_in_different_objects() =>
        ExpectValid(
            """{ find(filter: { name: "a", nested: { name: "b" } }, list: [{ name: "a" }, { name: "a" }]) { name } }""");

    [Fact]
    public void Twice_and_three_times_in_one() =>
        ExpectErrors(
            """{ find(filter: { name: "a", name: "b", name: "c" }) { name } }""",
            "There can be only one input field named \"name\". (1:18, 1:29)",
            "There can be only one input field named \"name\". (1:18, 1:40)");

    [Fact]
    public void Nested_in_a_list_and_in_a_default_value() =>
        ExpectErrors(
            """query Q($f: Filter = { name: "a", name: "b" }) { find(list: [{ nested: { limit: 1, limit: 1 } }]) { name } }""",
            "There can be only one input field named \"name\". (1:24, 1:35)",
            "There can be only one input field named \"limit\". (1:74, 1:84)");
}
