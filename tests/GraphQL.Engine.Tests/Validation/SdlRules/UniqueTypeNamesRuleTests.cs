namespace Webox.GraphQL.Engine.Tests.Validation.SdlRules;

public class UniqueTypeNamesRuleTests : SdlRuleTests
{
    [Fact]
    public void Different_names_and_extensions() =>
        ExpectValid(
            """
            type A
            scalar B
            extend type A @x
            """);

    [Fact]
    public void The_same_name_for_different_kinds() =>
        ExpectErrors(
            """
            type A
            scalar A
            enum A
            """,
            "There can be only one type named \"A\". (1:6, 2:8)",
            "There can be only one type named \"A\". (1:6, 3:6)");

    [Fact]
    public void One_that_the_schema_has() =>
        ExpectExtensionErrors(
            of: "type Query { a: Int }",
            "type Query",
            "Type \"Query\" already exists in the schema. It cannot also be defined in this type definition. (1:6)");
}
