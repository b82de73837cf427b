namespace Webox.GraphQL.Engine.Tests.Validation.SdlRules;

public class UniqueDirectiveNamesRuleTests : SdlRuleTests
{
    [Fact]
    public void Different_names() =>
        ExpectValid(
            """
            directive @a on FIELD
            directive @b on FIELD
            type a
            """);

    [Fact]
    public void The_same_name() =>
        ExpectErrors(
            """
            directive @a on FIELD
            directive @a on QUERY
            """,
            "There can be only one directive named \"@a\". (1:12, 2:12)");

    [Fact]
    public void One_that_the_schema_has() =>
        ExpectExtensionErrors(
            of: "type Query { a: Int } directive @a on FIELD",
            """
            directive @a on FIELD
            directive @skip on FIELD
            """,
            "Directive \"@a\" already exists in the schema. It cannot be redefined. (1:12)",
            "Directive \"@skip\" already exists in the schema. It cannot be redefined. (2:12)");
}
