namespace Webox.GraphQL.Engine.Tests.Validation.Rules;

public class ScalarLeafsRuleTests : RuleTests
{
    [Fact]
    public void Leaves_have_no_selection_and_objects_have_one() => ExpectValid("{ dog { barks owner { name } toys { id } } }");

    [Fact]
    public void An_object_without_a_selection() =>
        ExpectErrors(
            "{ human }",
            "Field \"human\" of type \"Human\" must have a selection of subfields. Did you mean \"human { ... }\"? (1:3)");

    [Fact]
    public void A_list_of_an_interface_without_a_selection() =>
        ExpectErrors(
            "{ find }",
            "Field \"find\" of type \"[Pet!]\" must have a selection of subfields. Did you mean \"find { ... }\"? (1:3)");

    [Fact]
    public void A_scalar_and_an_enum_with_a_selection() =>
        ExpectErrors(
            "{ dog { barks { sinceWhen } } cat { fur { inHex } } }",
            "Field \"barks\" must not have a selection since type \"Boolean!\" has no subfields. (1:15)",
            "Field \"fur\" must not have a selection since type \"[Fur!]\" has no subfields. (1:41)");

    [Fact]
    public void Arguments_and_directives_change_nothing() =>
        ExpectErrors(
            "{ dog { name(surname: true) @include(if: true) { a } } }",
            "Field \"name\" must not have a selection since type \"String\" has no subfields. (1:48)");
}
