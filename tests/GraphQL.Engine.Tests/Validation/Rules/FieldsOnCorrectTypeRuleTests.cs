namespace Webox.GraphQL.Engine.Tests.Validation.Rules;

public class FieldsOnCorrectTypeRuleTests : RuleTests
{
    [Fact]
    public void Fields_of_objects_and_interfaces_under_aliases_too() =>
        ExpectValid(
            "{ dog { n: name owner { name } } pet { name __typename } catOrDog { __typename } __schema { description } }");

    [Fact]
    public void A_field_of_an_unknown_type_is_left_to_another_rule() => ExpectValid("fragment F on Badger { unknown { field } }");

    [Fact]
    public void A_field_that_an_object_lacks() =>
        ExpectErrors("{ dog { meowVolume } }", "Cannot query field \"meowVolume\" on type \"Dog\". (1:9)");

    [Fact]
    public void Under_an_alias_the_name_counts() =>
        ExpectErrors("{ dog { barkVolume: kawVolume } }", "Cannot query field \"kawVolume\" on type \"Dog\". (1:9)");

    [Fact]
    public void Below_an_unknown_field_nothing_more_is_said() =>
        ExpectErrors(
            "{ dog { unknown { deeper { still } } } }",
            "Cannot query field \"unknown\" on type \"Dog\". (1:9)");

    [Fact]
    public void A_field_that_only_the_objects_of_an_interface_have() =>
        ExpectErrors("{ pet { nickname } }", "Cannot query field \"nickname\" on type \"Pet\". (1:9)");

    [Fact]
    public void A_union_has_no_field_but_its_type_name() =>
        ExpectErrors("{ catOrDog { name } }", "Cannot query field \"name\" on type \"CatOrDog\". (1:14)");

    [Fact]
    public void Introspection_starts_at_the_query_type_only() =>
        ExpectErrors(
            """
            { dog { __schema { description } } }
            mutation M { __type(name: "Dog") { name } }
            """,
            "Cannot query field \"__schema\" on type \"Dog\". (1:9)",
            "Cannot query field \"__type\" on type \"Mutation\". (2:14)");
}
