namespace Webox.GraphQL.Engine.Tests.Validation.SdlRules;

public class KnownArgumentNamesOnDirectivesRuleTests : SdlRuleTests
{
    [Fact]
    public void Known_ones() =>
        ExpectValid(
            """
            type A @d(a: 1) { x: Int @deprecated(reason: "old") }
            directive @d(a: Int) on OBJECT
            """);

    [Fact]
    public void Unknown_ones() =>
        ExpectErrors(
            """
            type A @d(b: 1) { x: Int @deprecated(because: "old") }
            directive @d(a: Int) on OBJECT
            """,
            "Unknown argument \"b\" on directive \"@d\". (1:11)",
            "Unknown argument \"because\" on directive \"@deprecated\". (1:38)");
}
