namespace Webox.GraphQL.Engine.Tests.Validation.Rules;

public class NoUndefinedVariablesRuleTests : RuleTests
{
    [Fact]
    public void Defined_and_used_in_fields_objects_lists_directives_and_fragments() =>
        ExpectValid(
            """
            query Q($a: Int, $b: String!, $c: Boolean!) { int(value: $a) find(list: [{ name: $b }]) { ...F } }
            fragment F on Pet { name @include(if: $c) }
            """);

    [Fact]
    public void Undefined_in_a_named_and_in_an_anonymous_operation()
    {
        ExpectErrors(
            "query Q($a: Int) { int(value: $b) }",
            "Variable \"$b\" is not defined by operation \"Q\". (1:31, 1:1)");
        ExpectErrors("{ int(value: $b) }", "Variable \"$b\" is not defined. (1:14, 1:1)");
    }

    [Fact]
    public void Used_by_a_fragment_of_two_operations_one_of_which_defines_it() =>
        ExpectErrors(
            """
            query A($a: Int) { ...F }
            query B { ...F }
            fragment F on Query { int(value: $a) ...G }
            fragment G on Query { id(value: $b) ...F }
            """,
            "Variable \"$b\" is not defined by operation \"A\". (4:33, 1:1)",
            "Variable \"$a\" is not defined by operation \"B\". (3:34, 2:1)",
            "Variable \"$b\" is not defined by operation \"B\". (4:33, 2:1)");

    [Fact]
    public void A_fragment_that_no_operation_uses_needs_no_variables() =>
        ExpectValid(
            """
            { int }
            fragment F on Query { int(value: $a) }
            """);
}
