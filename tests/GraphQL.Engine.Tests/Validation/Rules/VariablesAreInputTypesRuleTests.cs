namespace Webox.GraphQL.Engine.Tests.Validation.Rules;

public class VariablesAreInputTypesRuleTests : RuleTests
{
    [Fact]
    public void Scalars_enums_and_input_objects() => ExpectValid("query Q($a: String, $b: [Boolean!]!, $c: Filter, $d: Command) { int }");

    [Fact]
    public void An_unknown_type_is_left_to_another_rule() => ExpectValid("query Q($a: Badger) { int }");

    [Fact]
    public void Output_types() =>
        ExpectErrors(
            "query Q($a: Dog, $b: [[CatOrDog!]]!, $c: Pet) { int }",
            "Variable \"$a\" cannot be non-input type \"Dog\". (1:13)",
            "Variable \"$b\" cannot be non-input type \"[[CatOrDog!]]!\". (1:22)",
            "Variable \"$c\" cannot be non-input type \"Pet\". (1:42)");
}
