namespace Webox.GraphQL.Engine.Tests.Validation.Rules;

public class OverlappingFieldsCanBeMergedRuleTests : RuleTests
{
    [Fact]
    public void Identical_fields_arguments_in_any_order_and_different_aliases() =>
        ExpectValid(
            "{ dog { name name knows(command: SIT, times: 1) knows(times: 1, command: SIT) a: nickname b: nickname } }");

    [Fact]
    public void Directives_do_not_count() => ExpectValid("{ dog { name @include(if: true) name @include(if: false) } }");

    [Fact]
    public void Equal_objects_with_fields_in_another_order_and_strings_in_another_style() =>
        ExpectValid(
            """{ find(filter: { name: "a", limit: 1 }) { name } find(filter: { limit: 1, name: "a" }) { name } }""");

    [Fact]
    public void Different_fields_of_types_that_never_meet() =>
        ExpectValid("{ pet { ... on Dog { sound: barkVolume } ... on Cat { sound: meowVolume } } }");

    [Theory]
    [InlineData("toys @stream { id } toys @stream(initialCount: 1) { id }", 1, 29)]
    [InlineData("toys @stream { id } toys @stream { id }", 1, 29)]
    [InlineData("toys @stream { id } toys { id }", 1, 29)]
    public void A_list_is_streamed_once(string fields, int line, int column) =>
        ExpectErrors(
            $"{{ dog {{ {fields} }} }}",
            $"Fields \"toys\" conflict because they have overlapping stream directives. Use different aliases on the fields to fetch both if this was intentional. (1:9, {line}:{column})");

    [Fact]
    public void A_streamed_list_that_is_reached_twice_through_one_fragment() =>
        ExpectValid("{ dog { ...F ... on Dog { ...F } } } fragment F on Dog { toys @stream { id } }");

    [Fact]
    public void The_same_key_for_two_fields() =>
        ExpectErrors(
            "{ dog { name: nickname name } }",
            "Fields \"name\" conflict because \"nickname\" and \"name\" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:9, 1:24)");

    [Fact]
    public void Other_arguments() =>
        ExpectErrors(
            "{ dog { knows(command: SIT) knows(command: HEEL) } }",
            "Fields \"knows\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional. (1:9, 1:29)");

    [Fact]
    public void An_interface_and_an_object_can_meet() =>
        ExpectErrors(
            "{ pet { ... on Pet { x: name } ... on Dog { x: nickname } } }",
            "Fields \"x\" conflict because \"name\" and \"nickname\" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:22, 1:45)");

    [Fact]
    public void An_interface_meets_each_of_two_objects_that_do_not_meet_each_other() =>
        ExpectErrors(
            "{ pet { ... on Dog { x: name } ... on Cat { x: nickname } ... on Named { x: name } } }",
            "Fields \"x\" conflict because \"nickname\" and \"name\" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:45, 1:74)");

    [Fact]
    public void Types_that_never_meet_must_still_look_alike_in_the_response() =>
        ExpectErrors(
            "{ pet { ... on Dog { x: barkVolume } ... on Cat { x: nickname } } }",
            "Fields \"x\" conflict because they return conflicting types \"Int\" and \"String\". Use different aliases on the fields to fetch both if this was intentional. (1:22, 1:51)");

    [Fact]
    public void A_list_and_no_list_non_null_and_nullable_leaf_and_object() =>
        ExpectErrors(
            "{ pet { ... on Dog { x: toys { id } y: barks z: mother { name } } ... on Cat { x: mother { name } y: owner { name } z: nickname } } }",
            "Fields \"x\" conflict because they return conflicting types \"[Toy!]\" and \"Cat\". Use different aliases on the fields to fetch both if this was intentional. (1:22, 1:80)",
            "Fields \"y\" conflict because they return conflicting types \"Boolean!\" and \"Human\". Use different aliases on the fields to fetch both if this was intentional. (1:37, 1:99)",
            "Fields \"z\" conflict because they return conflicting types \"Dog\" and \"String\". Use different aliases on the fields to fetch both if this was intentional. (1:46, 1:117)");

    [Fact]
    public void Below_fields_that_never_meet_shapes_must_be_alike_too() =>
        ExpectErrors(
            "{ pet { ... on Dog { x: owner { v: name } } ... on Cat { x: mother { v: meowVolume } } } }",
            "Fields \"x\" conflict because subfields \"v\" conflict because they return conflicting types \"String\" and \"Int\". Use different aliases on the fields to fetch both if this was intentional. (1:22, 1:33, 1:58, 1:70)");

    [Fact]
    public void Deep_with_the_reason() =>
        ExpectErrors(
            "{ dog { owner { x: name } } dog { owner { x: pets { name } } } }",
            "Fields \"dog\" conflict because subfields \"owner\" conflict because subfields \"x\" conflict because \"name\" and \"pets\" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:3, 1:9, 1:17, 1:29, 1:35, 1:43)");

    [Fact]
    public void Several_reasons_in_one_error() =>
        ExpectErrors(
            "{ dog { x: name y: barks } dog { x: nickname y: barkVolume } }",
            "Fields \"dog\" conflict because subfields \"x\" conflict because \"name\" and \"nickname\" are different fields and subfields \"y\" conflict because \"barks\" and \"barkVolume\" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:3, 1:9, 1:17, 1:28, 1:34, 1:46)");

    [Fact]
    public void Through_fragments_reported_once() =>
        ExpectErrors(
            """
            { a: dog { ...A ...B } b: dog { ...B ...A } }
            fragment A on Dog { x: name }
            fragment B on Dog { x: nickname }
            """,
            "Fields \"x\" conflict because \"name\" and \"nickname\" are different fields. Use different aliases on the fields to fetch both if this was intentional. (2:21, 3:21)");

    [Fact]
    public void In_a_fragment_that_nothing_uses_and_that_spreads_itself() =>
        ExpectErrors(
            "fragment A on Dog { ...A x: name mother { ...A x: name } x: nickname }",
            "Fields \"x\" conflict because \"name\" and \"nickname\" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:26, 1:58)",
            "Fields \"x\" conflict because \"name\" and \"nickname\" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:48, 1:58)");

    [Fact]
    public void Unknown_fields_and_types_are_compared_as_far_as_they_are_known() =>
        ExpectErrors(
            "{ dog { x: unknown { a } x: unknown { a: b } } }",
            "Fields \"x\" conflict because subfields \"a\" conflict because \"a\" and \"b\" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:9, 1:22, 1:26, 1:39)");
}
