namespace Webox.GraphQL.Engine.Tests.Validation.Rules;

public class ProvidedRequiredArgumentsRuleTests : RuleTests
{
    [Fact]
    public void Optional_ones_and_required_ones_with_a_default_value_may_be_left_out() =>
        ExpectValid("""{ dog { knows(command: SIT) name @tag(name: "x") @onField } defaultInt }""");

    [Fact]
    public void A_required_one_of_a_field() =>
        ExpectErrors(
            "{ dog { knows } requiredInt adopt }",
            "Argument \"Dog.knows(command:)\" of type \"Command!\" is required, but it was not provided. (1:9)",
            "Argument \"Query.requiredInt(value:)\" of type \"Int!\" is required, but it was not provided. (1:17)");

    [Fact]
    public void A_required_one_of_a_directive() =>
        ExpectErrors(
            "{ dog @include { name @tag } }",
            "Argument \"@include(if:)\" of type \"Boolean!\" is required, but it was not provided. (1:7)",
            "Argument \"@tag(name:)\" of type \"String!\" is required, but it was not provided. (1:23)");

    [Fact]
    public void That_a_value_is_null_is_left_to_another_rule() => ExpectValid("{ requiredInt(value: null) }");
}
