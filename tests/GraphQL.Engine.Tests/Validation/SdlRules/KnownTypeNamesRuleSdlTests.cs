namespace Webox.GraphQL.Engine.Tests.Validation.SdlRules;

public class KnownTypeNamesRuleSdlTests : SdlRuleTests
{
    [Fact]
    public void Types_of_the_document_of_the_schema_and_of_every_schema() =>
        ExpectValidExtension(
            of: "type Query { a: Int }",
            """
            type A implements I { a(b: B = 1): [Query!]! c: ID d: __Type }
            interface I { a: Int }
            input B { b: Float }
            union U = A
            """);

    [Fact]
    public void Unknown_ones_everywhere() =>
        ExpectErrors(
            """
            schema { query: X1 }
            type A implements X2 { a(b: X3): [X4!] }
            input B { b: X5 }
            union U = X6
            directive @d(a: X7) on FIELD
            """,
            "Unknown type \"X1\". (1:17)",
            "Unknown type \"X2\". (2:19)",
            "Unknown type \"X3\". (2:29)",
            "Unknown type \"X4\". (2:35)",
            "Unknown type \"X5\". (3:14)",
            "Unknown type \"X6\". (4:11)",
            "Unknown type \"X7\". (5:17)");
}
