namespace Webox.GraphQL.Engine.Tests.Validation.SdlRules;

public class UniqueEnumValueNamesRuleTests : SdlRuleTests
{
    [Fact]
    public void The_same_value_in_two_enums() =>
        ExpectValid(
            """
            enum A { X Y }
            enum B { X }
            """);

    [Fact]
    public void Twice_also_in_an_extension() =>
        ExpectErrors(
            """
            enum A { X Y X }
            extend enum A { Y }
            """,
            "Enum value \"A.X\" can only be defined once. (1:10, 1:14)",
            "Enum value \"A.Y\" can only be defined once. (1:12, 2:17)");

    [Fact]
    public void One_that_the_schema_has() =>
        ExpectExtensionErrors(
            of: "type Query { a: A } enum A { X }",
            "extend enum A { X Y }",
            "Enum value \"A.X\" already exists in the schema. It cannot also be defined in this type extension. (1:17)");
}
