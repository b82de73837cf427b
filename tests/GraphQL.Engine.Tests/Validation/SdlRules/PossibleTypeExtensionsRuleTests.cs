namespace Webox.GraphQL.Engine.Tests.Validation.SdlRules;

public class PossibleTypeExtensionsRuleTests : SdlRuleTests
{
    [Fact]
    public void Each_kind_by_its_own() =>
        ExpectValid(
            """
            scalar S
            type O
            interface I
            union U
            enum E
            input N
            extend scalar S @d
            extend type O @d
            extend interface I @d
            extend union U @d
            extend enum E @d
            extend input N @d
            """);

    [Fact]
    public void Unknown_types() =>
        ExpectErrors("extend type Unknown @d", "Cannot extend type \"Unknown\" because it is not defined. (1:13)");

    [Fact]
    public void Another_kind_in_the_document() =>
        ExpectErrors(
            """
            scalar S
            extend type S @d
            extend input S @d
            """,
            "Cannot extend non-object type \"S\". (1:1, 2:1)",
            "Cannot extend non-input object type \"S\". (1:1, 3:1)");

    [Fact]
    public void Another_kind_in_the_schema() =>
        ExpectExtensionErrors(
            of: "type Query { a: Int }",
            """
            extend scalar Query @d
            extend type Query @d
            """,
            "Cannot extend non-scalar type \"Query\". (1:1)");
}
