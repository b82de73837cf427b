using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Tests.Types.Annotated;

public sealed class AnnotatedSchemaBuilderTests
{
    [Fact]
    public async Task Classes_of_a_shop_make_the_schema_of_a_shop()
    {
        await using var server = ShopServer.Start();

        Assert.Equal(
            """
            type Query {
              node(id: ID!): Node

              "Products for sale."
              products(first: Int, after: String, last: Int, before: String, search: String, where: ProductFilter, sort: ProductSort! = NAME): ProductConnection!
              productBySlug(slug: String!): Product
              cart(token: String): Cart
            }

            """,
            SchemaPrinter.Print(server.Schema));
    }
}
