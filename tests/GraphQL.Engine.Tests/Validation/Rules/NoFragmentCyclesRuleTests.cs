namespace Webox.GraphQL.Engine.Tests.Validation.Rules;

public class NoFragmentCyclesRuleTests : RuleTests
{
    [Fact]
    public void Several_uses_without_a_circle() =>
        ExpectValid(
            """
            fragment A on Dog { ...B ...C }
            fragment B on Dog { ...C }
            fragment C on Dog { name }
            """);

    [Fact]
    public void A_field_between_does_not_break_a_circle() =>
        ExpectErrors(
            "fragment A on Human { relatives { ...A } }",
            "Cannot spread fragment \"A\" within itself. (1:35)");

    [Fact]
    public void Through_inline_fragments() =>
        ExpectErrors(
            "fragment A on Pet { ... on Dog { ...A } }",
            "Cannot spread fragment \"A\" within itself. (1:34)");

    [Fact]
    public void Through_others() =>
        ExpectErrors(
            """
            fragment A on Dog { ...B }
            fragment B on Dog { ...C }
            fragment C on Dog { ...A }
            """,
            "Cannot spread fragment \"A\" within itself via \"B\", \"C\". (1:21, 2:21, 3:21)");

    [Fact]
    public void Two_circles_with_a_part_in_common_are_two_errors() =>
        ExpectErrors(
            """
            fragment A on Dog { ...B ...C }
            fragment B on Dog { ...A }
            fragment C on Dog { ...A ...B }
            """,
            "Cannot spread fragment \"A\" within itself via \"B\". (1:21, 2:21)",
            "Cannot spread fragment \"A\" within itself via \"C\". (1:26, 3:21)");

    [Fact]
    public void A_way_into_a_circle_is_no_part_of_it() =>
        ExpectErrors(
            """
            fragment A on Dog { ...B }
            fragment B on Dog { ...C }
            fragment C on Dog { ...B }
            """,
            "Cannot spread fragment \"B\" within itself via \"C\". (2:21, 3:21)");

    [Fact]
    public void An_unknown_fragment_is_left_to_another_rule() => ExpectValid("fragment A on Dog { ...Unknown }");
}
