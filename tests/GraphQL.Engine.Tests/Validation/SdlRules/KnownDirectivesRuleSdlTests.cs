namespace Webox.GraphQL.Engine.Tests.Validation.SdlRules;

public class KnownDirectivesRuleSdlTests : SdlRuleTests
{
    [Fact]
    public void Built_in_ones_those_of_the_document_and_those_of_the_schema() =>
        ExpectValidExtension(
            of: "type Query { a: Int } directive @b on ARGUMENT_DEFINITION",
            """
            type A @a { x: Int @deprecated y(z: Int @b): Int }
            scalar S @specifiedBy(url: "https://example.com")
            input N @oneOf { x: Int @deprecated }
            directive @a on OBJECT
            """);

    [Fact]
    public void Unknown_ones() =>
        ExpectErrors(
            """
            schema @x { query: Q }
            type A @y
            """,
            "Unknown directive \"@x\". (1:8)",
            "Unknown directive \"@y\". (2:8)");

    [Fact]
    public void Misplaced_ones() =>
        ExpectErrors(
            """
            directive @d on FIELD
            schema @d { query: Q }
            extend schema @d
            type A @d { x(y: Int @d): Int @d }
            interface B @d
            union C @d
            enum D @d { X @d }
            input E @d { x: Int @d }
            scalar F @d
            """,
            "Directive \"@d\" may not be used on SCHEMA. (2:8)",
            "Directive \"@d\" may not be used on SCHEMA. (3:15)",
            "Directive \"@d\" may not be used on OBJECT. (4:8)",
            "Directive \"@d\" may not be used on ARGUMENT_DEFINITION. (4:22)",
            "Directive \"@d\" may not be used on FIELD_DEFINITION. (4:31)",
            "Directive \"@d\" may not be used on INTERFACE. (5:13)",
            "Directive \"@d\" may not be used on UNION. (6:9)",
            "Directive \"@d\" may not be used on ENUM. (7:8)",
            "Directive \"@d\" may not be used on ENUM_VALUE. (7:15)",
            "Directive \"@d\" may not be used on INPUT_OBJECT. (8:9)",
            "Directive \"@d\" may not be used on INPUT_FIELD_DEFINITION. (8:21)",
            "Directive \"@d\" may not be used on SCALAR. (9:10)");
}
