namespace Webox.GraphQL.Engine.Tests.Validation.Rules;

public class PossibleFragmentSpreadsRuleTests : RuleTests
{
    [Fact]
    public void The_same_type_a_member_of_a_union_an_implementation_and_an_overlap() =>
        ExpectValid(
            """
            { dog { ...D } catOrDog { ... on Cat { name } ... on Pet { name } } pet { ...D ... on CatOrDog { __typename } ... on Mammal { mother { __typename } } } }
            fragment D on Dog { name ... on Named { name } ... { name } }
            """);

    [Fact]
    public void An_object_in_another_object() =>
        ExpectErrors(
            """
            { dog { ...C ... on Human { name } } }
            fragment C on Cat { name }
            """,
            "Fragment \"C\" cannot be spread here as objects of type \"Dog\" can never be of type \"Cat\". (1:9)",
            "Fragment cannot be spread here as objects of type \"Dog\" can never be of type \"Human\". (1:14)");

    [Fact]
    public void An_object_that_does_not_implement_the_interface_or_belong_to_the_union() =>
        ExpectErrors(
            """
            fragment A on Pet { ... on Human { name } }
            fragment B on CatOrDog { ... on Human { name } }
            """,
            "Fragment cannot be spread here as objects of type \"Pet\" can never be of type \"Human\". (1:21)",
            "Fragment cannot be spread here as objects of type \"CatOrDog\" can never be of type \"Human\". (2:26)");

    [Fact]
    public void Unknown_types_and_fragments_are_left_to_other_rules() => ExpectValid("{ dog { ...X ... on Badger { name } } }");
}
