namespace Webox.GraphQL.Engine.Tests.Validation.SdlRules;

public class ProvidedRequiredArgumentsOnDirectivesRuleTests : SdlRuleTests
{
    [Fact]
    public void Given_or_with_a_default_value() =>
        ExpectValid(
            """
            type A @d(a: 1) { x: Int @deprecated }
            directive @d(a: Int!, b: Int! = 1, c: Int) on OBJECT
            """);

    [Fact]
    public void Missing() =>
        ExpectErrors(
            """
            type A @d
            scalar S @specifiedBy
            directive @d(a: [Int!]!) on OBJECT
            """,
            "Argument \"@d(a:)\" of type \"[Int!]!\" is required, but it was not provided. (1:8)",
            "Argument \"@specifiedBy(url:)\" of type \"String!\" is required, but it was not provided. (2:10)");
}
