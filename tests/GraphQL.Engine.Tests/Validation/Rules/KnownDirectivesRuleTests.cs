namespace Webox.GraphQL.Engine.Tests.Validation.Rules;

public class KnownDirectivesRuleTests : RuleTests
{
    [Fact]
    public void Known_ones_where_they_may_stand() =>
        ExpectValid(
            """
            query Q($a: Boolean! @tag(name: "v")) @onQuery { dog @include(if: $a) { name @onField @skip(if: $a) ...F @skip(if: $a) ... @skip(if: $a) { name } } }
            fragment F on Dog @tag(name: "f") { name }
            """);

    [Fact]
    public void Unknown_ones() =>
        ExpectErrors(
            """
            query Q($a: Int @x) @y { dog @z { name ...F @x } }
            fragment F on Dog @y { ... @z { name } }
            """,
            "Unknown directive \"@x\". (1:17)",
            "Unknown directive \"@y\". (1:21)",
            "Unknown directive \"@z\". (1:30)",
            "Unknown directive \"@x\". (1:45)",
            "Unknown directive \"@y\". (2:19)",
            "Unknown directive \"@z\". (2:28)");

    [Fact]
    public void Misplaced_ones() =>
        ExpectErrors(
            """
            query Q($a: Int @onQuery) @include(if: true) { dog @onQuery { ...F @onQuery } }
            mutation M @onQuery { adopt(id: 1) { name } }
            subscription S @onField { petAdopted { name } }
            fragment F on Dog @onQuery { ... @onQuery { name } }
            """,
            "Directive \"@onQuery\" may not be used on VARIABLE_DEFINITION. (1:17)",
            "Directive \"@include\" may not be used on QUERY. (1:27)",
            "Directive \"@onQuery\" may not be used on FIELD. (1:52)",
            "Directive \"@onQuery\" may not be used on FRAGMENT_SPREAD. (1:68)",
            "Directive \"@onQuery\" may not be used on MUTATION. (2:12)",
            "Directive \"@onField\" may not be used on SUBSCRIPTION. (3:16)",
            "Directive \"@onQuery\" may not be used on FRAGMENT_DEFINITION. (4:19)",
            "Directive \"@onQuery\" may not be used on INLINE_FRAGMENT. (4:34)");
}
