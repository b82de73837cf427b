namespace Webox.GraphQL.Engine.Tests.Validation.Rules;

public class ExecutableDefinitionsRuleTests : RuleTests
{
    [Fact]
    public void Operations_and_fragments_are_executable() =>
        ExpectValid(
            """
            query Q { dog { ...F } }
            fragment F on Dog { name }
            """);

    [Fact]
    public void Definitions_of_types_are_not() =>
        ExpectErrors(
            """
            { dog { name } }
            type Cow { name: String }
            extend type Dog { color: String }
            """,
            "The \"Cow\" definition is not executable. (2:1)",
            "The \"Dog\" definition is not executable. (3:1)");

    [Fact]
    public void Definitions_of_schemas_and_directives_are_not() =>
        ExpectErrors(
            """
            schema { query: Query }
            extend schema @onQuery
            directive @a on FIELD
            """,
            "The schema definition is not executable. (1:1)",
            "The schema definition is not executable. (2:1)",
            "The \"a\" definition is not executable. (3:1)");
}
