namespace Webox.GraphQL.Engine.Tests.Validation.SdlRules;

public class LoneSchemaDefinitionRuleTests : SdlRuleTests
{
    [Fact]
    public void None_or_one()
    {
        ExpectValid("type Query { a: Int }");
        ExpectValid(
            """
            schema { query: Q }
            type Q { a: Int }
            """);
    }

    [Fact]
    public void Two() =>
        ExpectErrors(
            """
            schema { query: Q }
            schema { query: Q }
            """,
            "Must provide only one schema definition. (2:1)");

    [Fact]
    public void One_more_for_a_schema_that_exists() =>
        ExpectExtensionErrors(
            of: "type Query { a: Int }",
            "schema { query: Q }",
            "Cannot define a new schema within a schema extension. (1:1)");

    [Fact]
    public void An_extension_is_no_definition() => ExpectValidExtension(of: "type Query { a: Int }", "extend schema { mutation: M }");
}
