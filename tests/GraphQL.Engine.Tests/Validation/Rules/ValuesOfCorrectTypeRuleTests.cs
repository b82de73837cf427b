namespace Webox.GraphQL.Engine.Tests.Validation.Rules;

public class ValuesOfCorrectTypeRuleTests : RuleTests
{
    [Fact]
    public void Good_values() =>
        ExpectValid(
            """
            {
              int(value: -3) float(value: 1) text(value: "a") id(value: 7) truth(value: false)
              dog(command: SIT) { name(surname: null) }
              ints(values: [1, null]) requiredInts(values: 1)
            }
            """);

    [Fact]
    public void Good_input_objects_in_lists_or_alone_and_anything_for_a_custom_scalar() =>
        ExpectValid(
            """
            {
              find(filter: { name: "x", toys: ["a", 1], nested: { name: "y" } }, list: { name: "z" }, anything: { a: [1, "b", C] }) { name }
            }
            """);

    [Fact]
    public void Variables_are_left_to_another_rule() => ExpectValid("query Q($a: String) { int(value: $a) find(filter: { name: $a }) { name } }");

    [Fact]
    public void Scalars_of_another_kind() =>
        ExpectErrors(
            """{ int(value: "3") a: int(value: 3.5) b: int(value: 2147483648) float(value: "1") text(value: 1) id(value: 1.5) truth(value: 1) }""",
            "Int cannot represent non-integer value: \"3\" (1:14)",
            "Int cannot represent non-integer value: 3.5 (1:33)",
            "Int cannot represent non 32-bit signed integer value: 2147483648 (1:52)",
            "Float cannot represent non numeric value: \"1\" (1:77)",
            "String cannot represent a non string value: 1 (1:94)",
            "ID cannot represent a non-string and non-integer value: 1.5 (1:107)",
            "Boolean cannot represent a non boolean value: 1 (1:125)");

    [Fact]
    public void Enums() =>
        ExpectErrors(
            """{ dog(command: "SIT") { name } a: dog(command: JUMP) { name } b: dog(command: 1) { name } }""",
            "Enum \"Command\" cannot represent non-enum value: \"SIT\". (1:16)",
            "Value \"JUMP\" does not exist in \"Command\" enum. (1:48)",
            "Enum \"Command\" cannot represent non-enum value: 1. (1:79)");

    [Fact]
    public void Null_where_none_may_be() =>
        ExpectErrors(
            "{ requiredInt(value: null) requiredInts(values: [null]) }",
            "Expected value of non-null type \"Int!\" not to be null. (1:22)",
            "Expected value of non-null type \"Int!\" not to be null. (1:50)");

    [Fact]
    public void Lists() =>
        ExpectErrors(
            """{ ints(values: ["a", 2]) int(value: [1]) }""",
            "Int cannot represent non-integer value: \"a\" (1:17)",
            "Int cannot represent non-integer value: [1] (1:37)");

    [Fact]
    public void Input_objects() =>
        ExpectErrors(
            """{ find(filter: { toys: 1.5, color: "red" }) { name } a: find(filter: "x") { name } }""",
            "ID cannot represent a non-string and non-integer value: 1.5 (1:24)",
            "Expected value of type \"Filter\" not to include unknown field \"color\", found: { toys: 1.5, color: \"red\" }. (1:29)",
            "Expected value of type \"Filter\" to include required field \"name\", found: { toys: 1.5, color: \"red\" }. (1:16)",
            "Expected value of type \"Filter\" to be an object, found: \"x\". (1:70)");

    [Fact]
    public void Exactly_one_field_of_a_oneOf_input_object_and_not_null()
    {
        ExpectValid("{ pet(by: { id: 1 }) { name } }");
        ExpectErrors(
            """{ pet(by: { id: 1, name: "x" }) { name } a: pet(by: {}) { name } b: pet(by: { name: null }) { name } }""",
            "Within OneOf Input Object type \"PetBy\", exactly one field must be specified, and the value for that field must be non-null. (1:11)",
            "Within OneOf Input Object type \"PetBy\", exactly one field must be specified, and the value for that field must be non-null. (1:53)",
            "Within OneOf Input Object type \"PetBy\", exactly one field must be specified, and the value for that field must be non-null. (1:77)");
    }

    [Fact]
    public void Default_values_of_variables_and_arguments_of_directives() =>
        ExpectErrors(
            """query Q($a: Int = "1", $b: Int! = null, $c: Filter = { name: null }) { dog @skip(if: "no") { name } }""",
            "Int cannot represent non-integer value: \"1\" (1:19)",
            "Expected value of non-null type \"Int!\" not to be null. (1:35)",
            "Expected value of non-null type \"String!\" not to be null. (1:62)",
            "Boolean cannot represent a non boolean value: \"no\" (1:86)");
}
