namespace Webox.GraphQL.Engine.Tests.Validation.Rules;

public class KnownTypeNamesRuleTests : RuleTests
{
    [Fact]
    public void Known_types() =>
        ExpectValid(
            """
            query Q($a: String, $b: [Int!]!, $c: Filter) { pet { ... on Dog { name } ...F ... { name } } }
            fragment F on Pet { name }
            """);

    [Fact]
    public void Unknown_types() =>
        ExpectErrors(
            """
            query Q($a: [Jumbled!]) { pet { ... on Badger { name } ...F } }
            fragment F on Peat { name }
            """,
            "Unknown type \"Jumbled\". (1:14)",
            "Unknown type \"Badger\". (1:40)",
            "Unknown type \"Peat\". (2:15)");
}
