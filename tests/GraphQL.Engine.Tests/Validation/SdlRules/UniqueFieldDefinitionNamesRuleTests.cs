namespace Webox.GraphQL.Engine.Tests.Validation.SdlRules;

public class UniqueFieldDefinitionNamesRuleTests : SdlRuleTests
{
    [Fact]
    public void The_same_field_on_several_types() =>
        ExpectValid(
            """
            type A { x: Int }
            interface B { x: Int }
            input C { x: Int }
            """);

    [Fact]
    public void Twice_also_in_an_extension_on_every_kind_of_type() =>
        ExpectErrors(
            """
            type A { x: Int x: Int }
            interface B { x: Int }
            extend interface B { x: Int }
            input C { x: Int x: String }
            """,
            "Field \"A.x\" can only be defined once. (1:10, 1:17)",
            "Field \"B.x\" can only be defined once. (2:15, 3:22)",
            "Field \"C.x\" can only be defined once. (4:11, 4:18)");

    [Fact]
    public void One_that_the_schema_has() =>
        ExpectExtensionErrors(
            of: "type Query { a: Int }",
            "extend type Query { a: Int b: Int }",
            "Field \"Query.a\" already exists in the schema. It cannot also be defined in this type extension. (1:21)");
}
