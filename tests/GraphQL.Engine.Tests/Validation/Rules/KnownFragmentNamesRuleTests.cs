namespace Webox.GraphQL.Engine.Tests.Validation.Rules;

public class KnownFragmentNamesRuleTests : RuleTests
{
    [Fact]
    public void Known_fragments() =>
        ExpectValid(
            """
            { human { ...A ... on Human { ...B } ... { name } } }
            fragment A on Human { name ...B }
            fragment B on Human { name }
            """);

    [Fact]
    public void Unknown_fragments_also_in_fragments() =>
        ExpectErrors(
            """
            { human { ...X ... on Human { ...Y } } }
            fragment A on Human { name ...Z }
            """,
            "Unknown fragment \"X\". (1:14)",
            "Unknown fragment \"Y\". (1:34)",
            "Unknown fragment \"Z\". (2:31)");
}
