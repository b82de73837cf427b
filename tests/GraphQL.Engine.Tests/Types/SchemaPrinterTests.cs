using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Tests.Types;

public class SchemaPrinterTests
{
    [Fact]
    public void A_schema_is_printed_with_all_that_it_says()
    {
        const string Sdl =
            """"
            """A shop."""
            schema {
              query: Shop
            }

            """Marks what is sold."""
            directive @sold(
              """ISO 4217."""
              in: String = "EUR"

              """No more than this."""
              max: Int
              min: Int
            ) repeatable on OBJECT | FIELD_DEFINITION

            """
            Where everything starts.

            And ends.
            """
            type Shop implements Node & Named {
              id: ID!
              name(short: Boolean = false, in: [Locale!] = [FR]): String! @deprecated

              """By "slug"."""
              product(by: By! = { slug: "a" }): Thing @deprecated(reason: "Use `products`.")
            }

            interface Node implements Named {
              id: ID!
              name: String!
            }

            interface Named {
              name: String!
            }

            union Thing = Shop

            enum Locale {
              FR

              """English."""
              EN @deprecated
            }

            input By @oneOf {
              id: ID
              slug: String @deprecated
            }

            scalar Url @specifiedBy(url: "https://www.rfc-editor.org/rfc/rfc3986")
            """";

        Assert.Equal(Sdl, Print(Sdl));
    }

    [Fact]
    public void The_schema_definition_is_left_out_when_it_says_nothing()
    {
        Assert.Equal("type Query {\n  a: Int\n}", Print("schema { query: Query } type Query { a: Int }"));
        Assert.Equal(
            "schema {\n  query: Query\n}\n\ntype Query {\n  a: Int\n}\n\ntype Mutation {\n  a: Int\n}",
            Print("schema { query: Query } type Query { a: Int } type Mutation { a: Int }"));
    }

    [Fact]
    public void A_description_that_a_block_string_cannot_hold_is_a_string() =>
        Assert.Equal("\" a\\n b\"\ntype Query {\n  a: Int\n}", Print("\" a\\n b\" type Query { a: Int }"));

    private static string Print(string sdl) => SchemaPrinter.Print(SdlSchemaBuilder.Build(Parser.ParseDocument(sdl)));
}
