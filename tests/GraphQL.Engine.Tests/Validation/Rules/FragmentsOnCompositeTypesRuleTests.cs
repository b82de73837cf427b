namespace Webox.GraphQL.Engine.Tests.Validation.Rules;

public class FragmentsOnCompositeTypesRuleTests : RuleTests
{
    [Fact]
    public void Objects_interfaces_and_unions() =>
        ExpectValid(
            """
            fragment A on Dog { name }
            fragment B on Pet { ... on Cat { name } ... { name } }
            fragment C on CatOrDog { __typename }
            """);

    [Fact]
    public void An_unknown_type_is_left_to_another_rule() => ExpectValid("fragment A on Badger { name }");

    [Fact]
    public void Scalars_enums_and_input_objects() =>
        ExpectErrors(
            """
            fragment A on Boolean { bad }
            fragment B on Command { bad }
            fragment C on Filter { bad }
            """,
            "Fragment \"A\" cannot condition on non composite type \"Boolean\". (1:15)",
            "Fragment \"B\" cannot condition on non composite type \"Command\". (2:15)",
            "Fragment \"C\" cannot condition on non composite type \"Filter\". (3:15)");

    [Fact]
    public void An_inline_fragment_on_a_scalar() =>
        ExpectErrors(
            "fragment A on Pet { ... on String { bad } }",
            "Fragment cannot condition on non composite type \"String\". (1:28)");
}
