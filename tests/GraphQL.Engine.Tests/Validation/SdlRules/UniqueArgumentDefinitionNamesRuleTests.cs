namespace Webox.GraphQL.Engine.Tests.Validation.SdlRules;

public class UniqueArgumentDefinitionNamesRuleTests : SdlRuleTests
{
    [Fact]
    public void The_same_argument_on_several_fields() =>
        ExpectValid(
            """
            type A { x(a: Int): Int y(a: Int): Int }
            directive @d(a: Int) on FIELD
            """);

    [Fact]
    public void Twice_on_fields_and_directives() =>
        ExpectErrors(
            """
            type A { x(a: Int, b: Int, a: Int): Int }
            interface B { x(a: Int, a: Int): Int }
            directive @d(a: Int, a: Int) on FIELD
            """,
            "Argument \"A.x(a:)\" can only be defined once. (1:12, 1:28)",
            "Argument \"B.x(a:)\" can only be defined once. (2:17, 2:25)",
            "Argument \"@d(a:)\" can only be defined once. (3:14, 3:22)");
}
