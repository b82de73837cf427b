namespace Webox.GraphQL.Engine.Tests.Validation.Rules;

public class NoUnusedFragmentsRuleTests : RuleTests
{
    [Fact]
    public void Fragments_used_directly_and_through_others() =>
        ExpectValid(
            """
            { human { ...A ... on Human { ...B } } }
            fragment A on Human { ...C }
            fragment B on Human { name }
            fragment C on Human { name }
            """);

    [Fact]
    public void Used_by_one_of_several_operations() =>
        ExpectValid(
            """
            query Q { human { ...A } }
            mutation M { adopt(id: 1) { ...B } }
            fragment A on Human { name }
            fragment B on Pet { name }
            """);

    [Fact]
    public void Unused_ones() =>
        ExpectErrors(
            """
            { human { name } }
            fragment A on Human { name }
            """,
            "Fragment \"A\" is never used. (2:1)");

    [Fact]
    public void A_circle_of_its_own_is_unused() =>
        ExpectErrors(
            """
            { human { name } }
            fragment A on Human { ...B }
            fragment B on Human { ...A }
            """,
            "Fragment \"A\" is never used. (2:1)",
            "Fragment \"B\" is never used. (3:1)");

    [Fact]
    public void A_use_of_an_unknown_fragment_is_no_use() =>
        ExpectErrors(
            """
            { human { ...X } }
            fragment A on Human { name }
            """,
            "Fragment \"A\" is never used. (2:1)");
}
