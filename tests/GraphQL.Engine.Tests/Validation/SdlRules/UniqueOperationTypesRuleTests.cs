namespace Webox.GraphQL.Engine.Tests.Validation.SdlRules;

public class UniqueOperationTypesRuleTests : SdlRuleTests
{
    [Fact]
    public void Each_once() =>
        ExpectValid(
            """
            schema { query: Q mutation: M }
            extend schema { subscription: S }
            """);

    [Fact]
    public void Twice_in_a_definition_and_in_an_extension() =>
        ExpectErrors(
            """
            schema { query: Q query: R mutation: M }
            extend schema { mutation: N }
            """,
            "There can be only one query type in schema. (1:10, 1:19)",
            "There can be only one mutation type in schema. (1:28, 2:17)");

    [Fact]
    public void One_that_the_schema_has() =>
        ExpectExtensionErrors(
            of: "type Query { a: Int }",
            "extend schema { query: Other mutation: M }",
            "Type for query already defined in the schema. It cannot be redefined. (1:17)");
}
