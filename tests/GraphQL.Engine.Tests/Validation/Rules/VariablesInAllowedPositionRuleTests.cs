namespace Webox.GraphQL.Engine.Tests.Validation.Rules;

public class VariablesInAllowedPositionRuleTests : RuleTests
{
    [Fact]
    public void The_same_type_a_stricter_one_and_a_list_of_stricter_ones() =>
        ExpectValid(
            "query Q($a: Int, $b: Int!, $c: [Int!]!, $d: String!) { int(value: $a) x: int(value: $b) ints(values: $c) requiredInts(values: $c) find(filter: { name: $d }) { name } }");

    [Fact]
    public void A_default_value_of_the_variable_or_of_the_place_makes_up_for_null() =>
        ExpectValid(
            """query Q($a: Int = 1, $b: Int, $c: Int) { requiredInt(value: $a) defaultInt(value: $b) find(filter: { name: "x", limit: $c }) { name } }""");

    [Fact]
    public void A_default_value_of_null_makes_up_for_nothing() =>
        ExpectErrors(
            "query Q($a: Int = null) { requiredInt(value: $a) }",
            "Variable \"$a\" of type \"Int\" used in position expecting type \"Int!\". (1:9, 1:46)");

    [Fact]
    public void A_nullable_variable_where_none_may_be_null_also_through_fragments() =>
        ExpectErrors(
            """
            query Q($a: Int) { ...F }
            fragment F on Query { ...G }
            fragment G on Query { requiredInt(value: $a) }
            """,
            "Variable \"$a\" of type \"Int\" used in position expecting type \"Int!\". (1:9, 3:42)");

    [Fact]
    public void Another_type() =>
        ExpectErrors(
            "query Q($a: String, $b: Boolean) { int(value: $a) dog @skip(if: $b) { name(surname: $a) } }",
            "Variable \"$a\" of type \"String\" used in position expecting type \"Int\". (1:9, 1:47)",
            "Variable \"$b\" of type \"Boolean\" used in position expecting type \"Boolean!\". (1:21, 1:65)",
            "Variable \"$a\" of type \"String\" used in position expecting type \"Boolean\". (1:9, 1:85)");

    [Fact]
    public void A_list_for_an_item_an_item_for_a_list_and_a_nullable_item() =>
        ExpectErrors(
            "query Q($a: [Int], $b: Int) { int(value: $a) ints(values: $b) requiredInts(values: [$b]) x: requiredInts(values: $a) }",
            "Variable \"$a\" of type \"[Int]\" used in position expecting type \"Int\". (1:9, 1:42)",
            "Variable \"$b\" of type \"Int\" used in position expecting type \"[Int]\". (1:20, 1:59)",
            "Variable \"$b\" of type \"Int\" used in position expecting type \"Int!\". (1:20, 1:85)",
            "Variable \"$a\" of type \"[Int]\" used in position expecting type \"[Int!]!\". (1:9, 1:114)");

    [Fact]
    public void In_a_oneOf_input_object_only_what_cannot_be_null() =>
        ExpectErrors(
            "query Q($a: String!, $b: ID, $c: ID = 1) { pet(by: { name: $a }) { name } x: pet(by: { id: $b }) { name } y: pet(by: { id: $c }) { name } }",
            "Variable \"$b\" is of type \"ID\" but must be non-nullable to be used for OneOf Input Object \"PetBy\". (1:22, 1:92)",
            "Variable \"$c\" is of type \"ID\" but must be non-nullable to be used for OneOf Input Object \"PetBy\". (1:30, 1:124)");

    [Fact]
    public void Undefined_variables_and_unknown_places_are_left_to_other_rules() => ExpectValid("query Q($a: Int) { int(value: $b) unknown(value: $a) }");
}
