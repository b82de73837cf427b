namespace Webox.GraphQL.Engine.Tests.Validation.Rules;

public class UniqueDirectivesPerLocationRuleTests : RuleTests
{
    [Fact]
    public void Once_at_each_place_several_different_ones_and_a_repeatable_one_twice() =>
        ExpectValid("""{ dog @onField @skip(if: false) { name @onField @tag(name: "a") @tag(name: "b") } }""");

    [Fact]
    public void An_unknown_one_is_left_to_another_rule() => ExpectValid("{ dog @x @x { name } }");

    [Fact]
    public void Twice_and_three_times() =>
        ExpectErrors(
            "{ dog @onField @onField { name @skip(if: true) @skip(if: false) @skip(if: true) } }",
            "The directive \"@onField\" can only be used once at this location. (1:7, 1:16)",
            "The directive \"@skip\" can only be used once at this location. (1:32, 1:48)",
            "The directive \"@skip\" can only be used once at this location. (1:32, 1:65)");
}
