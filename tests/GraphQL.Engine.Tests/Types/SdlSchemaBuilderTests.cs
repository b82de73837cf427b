using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Tests.Types;

public class SdlSchemaBuilderTests
{
    [Fact]
    public void Definitions_and_extensions_become_one_schema()
    {
        var schema = Build(
            """
            schema { query: Root }
            type Root { product(id: ID!, old: Int = 3 @deprecated): Product node: Node }
            interface Node { id: ID! }
            type Product implements Node @tag { id: ID! }
            directive @tag on OBJECT
            """,
            """
            extend schema { mutation: Changes }
            extend type Product { price: [Int!]! @deprecated(reason: "Use `cost`.") }
            type Changes { rename: Boolean }
            """);

        Assert.Equal(("Root", "Changes", null), (schema.QueryType?.Name, schema.MutationType?.Name, schema.SubscriptionType?.Name));
        var product = Assert.IsType<ObjectType>(schema.FindType("Product"));
        Assert.Equal(["id", "price"], product.Fields.Keys);
        Assert.Equal(("[Int!]!", "Use `cost`."), ($"{product.Fields["price"].Type}", product.Fields["price"].DeprecationReason));
        Assert.Equal("tag", Assert.Single(product.Directives).Name.Value);
        Assert.Equal([product], schema.GetPossibleTypes(Assert.IsType<InterfaceType>(schema.FindType("Node"))));

        var old = schema.QueryType!.Fields["product"].Arguments["old"];
        Assert.Equal(("3", SpecifiedDirectives.DefaultDeprecationReason), (Printer.Print(old.DefaultValue!), old.DeprecationReason));
        Assert.Equal(["tag", "include", "skip", "deprecated", "specifiedBy", "oneOf"], schema.Directives.Select(directive => directive.Name));
    }

    [Fact]
    public void Only_those_built_in_scalars_are_part_of_a_schema_that_it_refers_to()
    {
        var schema = Build("type Query { price: Float }");

        Assert.Equal(
            ["Query", "Float", "String", "Boolean", "__Schema"], schema.Types.Take(5).Select(type => type.Name));
        Assert.Null(schema.FindType("Int"));
    }

    [Fact]
    public void What_directives_say_of_types_is_in_the_schema()
    {
        var schema = Build(
            """
            type Query { a(by: By): Url }
            input By @oneOf { id: ID name: String @deprecated }
            scalar Url @specifiedBy(url: "https://www.rfc-editor.org/rfc/rfc3986")
            enum Kind { NEW @deprecated(reason: "Say `FRESH`.") FRESH }
            """);

        Assert.Equal("https://www.rfc-editor.org/rfc/rfc3986", Assert.IsType<ScalarType>(schema.FindType("Url")).SpecifiedByUrl);
        Assert.True(Assert.IsType<InputObjectType>(schema.FindType("By")).IsOneOf);
        Assert.Equal("No longer supported", ((InputObjectType)schema.FindType("By")!).Fields["name"].DeprecationReason);
        Assert.Equal(["Say `FRESH`.", null], ((EnumType)schema.FindType("Kind")!).Values.Values.Select(value => value.DeprecationReason));
    }

    [Theory]
    [InlineData("type Query { a: Missing }", "Unknown type \"Missing\".", 1, 17)]
    [InlineData("type A { a: Int } type A { b: Int }", "There can be only one type named \"A\".", 1, 6)]
    [InlineData("type A { a: Int a: Int }", "Field \"A.a\" can only be defined once.", 1, 17)]
    [InlineData("type A { a(b: Int, b: Int): Int }", "Argument \"A.a(b:)\" can only be defined once.", 1, 20)]
    [InlineData("enum E { A A }", "Enum value \"E.A\" can only be defined once.", 1, 12)]
    [InlineData("extend type A { a: Int }", "Cannot extend type \"A\" because it is not defined.", 1, 13)]
    [InlineData("scalar A extend type A { a: Int }", "Cannot extend non-object type \"A\".", 1, 1)]
    [InlineData("extend scalar ID @specifiedBy(url: \"\")", "Cannot extend built-in type \"ID\".", 1, 15)]
    [InlineData("type Q { a: Int } schema { query: Q query: Q }", "There can be only one query type in schema.", 1, 28)]
    [InlineData("directive @a on FIELD directive @a on FIELD", "There can be only one directive named \"@a\".", 1, 12)]
    public void What_makes_no_schema_is_refused(string sdl, string message, int line, int column)
    {
        var error = Assert.Single(Assert.Throws<GraphQLException>(() => Build(sdl)).Errors);

        Assert.Equal((message, ErrorCodes.ValidationFailed), (error.Message, error.Code));
        Assert.Equal(new Location(line, column), error.Locations![0]);
    }

    private static Schema Build(params string[] sdl) => SdlSchemaBuilder.Build([.. sdl.Select(text => Parser.ParseDocument(text))]);
}
