namespace Webox.GraphQL.Engine.Tests.Validation.SdlRules;

public class UniqueInputFieldNamesRuleSdlTests : SdlRuleTests
{
    [Fact]
    public void Once() => ExpectValid("input A { x: A = { x: 1, y: { x: 2 } } }");

    [Fact]
    public void Twice_in_a_default_value_and_in_an_argument_of_a_directive() =>
        ExpectErrors(
            """
            input A { x: A = { x: 1, x: 2 } }
            type B @d(a: [{ x: 1, x: 1 }])
            """,
            "There can be only one input field named \"x\". (1:20, 1:26)",
            "There can be only one input field named \"x\". (2:17, 2:23)");
}
