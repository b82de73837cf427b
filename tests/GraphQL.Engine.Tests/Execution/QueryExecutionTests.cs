using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Tests.Execution;

public class QueryExecutionTests
{
    private const string Shop = """
        type Query { product: Product, products: [Product], version: String! }
        type Product { name: String, price: Int, tags: [String!], brand: Brand }
        type Brand { name: String }
        """;

    [Fact]
    public async Task Fields_are_answered_in_the_order_and_under_the_names_of_the_query() => Assert.Equal(
        """{"data":{"version":"1","item":{"price":5,"called":"Pro","__typename":"Product"}}}""",
        await Server().ExecuteAsync("{ version item: product { price called: name __typename } }"));

    [Fact]
    public async Task A_field_selected_twice_is_answered_once_with_both_selections() => Assert.Equal(
        """{"data":{"product":{"name":"Pro","brand":{"name":"Webox","__typename":"Brand"},"price":5}}}""",
        await Server().ExecuteAsync("{ product { name brand { name } } ...More product { price } } fragment More on Query { product { brand { __typename } name } }"));

    [Fact]
    public async Task Lists_keep_their_order_and_their_nulls() => Assert.Equal(
        """{"data":{"products":[{"name":"Pro","tags":["a","b"]},null,{"name":"Max","tags":[]}]}}""",
        await Server().ExecuteAsync("{ products { name tags } }"));

    [Fact]
    public async Task Text_is_escaped_as_json_demands() => Assert.Equal(
        "{\"data\":{\"version\":\"\\\"a\\\\b\\\"\\n\\t\\u0001é😀\uFFFD\"}}",
        await Server().Resolve("Query.version", _ => "\"a\\b\"\n\t\u0001é😀\uD83D").ExecuteAsync("{ version }"));

    [Fact]
    public async Task A_field_that_nothing_was_bound_to_reads_from_a_dictionary() => Assert.Equal(
        """{"data":{"product":{"name":"bound","price":null}}}""",
        await new TestServer(Shop)
            .Resolve("Query.product", _ => new Dictionary<string, object?> { ["name"] = "bound" })
            .ExecuteAsync("{ product { name price } }"));

    [Theory]
    [InlineData("true", "false", """{"data":{"a":"1"}}""")]
    [InlineData("false", "false", """{"data":{"b":"1"}}""")]
    [InlineData("true", "true", """{"data":{"a":"1","c":{"name":"Pro"}}}""")]
    [InlineData("false", "true", """{"data":{"b":"1","c":{"name":"Pro"}}}""")]
    public async Task Skip_and_include_leave_out_what_their_variables_say(string first, string second, string expected) => Assert.Equal(
        expected,
        await Server().ExecuteAsync(
            """
            query ($first: Boolean!, $second: Boolean!) {
              a: version @include(if: $first)
              b: version @skip(if: $first)
              ... @include(if: $second) { c: product { ...Name price @skip(if: true) } }
            }
            fragment Name on Product { name @include(if: $second) }
            """,
            $$"""{"first":{{first}},"second":{{second}}}"""));

    [Theory]
    [InlineData("{ version @skip(if: $no) }", """{"data":null,"errors":[{"message":"Argument \"if\" of non-null type \"Boolean!\" must not be null.","locations":[{"line":1,"column":50}],"extensions":{"code":"INVALID_VARIABLE"}}]}""")]
    [InlineData("{ version product { name @include(if: $no) } }", """{"data":{"version":"1","product":null},"errors":[{"message":"Argument \"if\" of non-null type \"Boolean!\" must not be null.","locations":[{"line":1,"column":68}],"path":["product"],"extensions":{"code":"INVALID_VARIABLE"}}]}""")]
    public async Task A_condition_that_is_null_is_an_error_of_the_object_that_asks_for_it(string selection, string expected) =>
        Assert.Equal(expected, await Server().ExecuteAsync($"query ($no: Boolean = false) {selection}", """{"no":null}"""));

    [Fact]
    public async Task The_same_document_answers_each_request_by_its_own_variables()
    {
        var server = Server();
        const string Document = "query ($all: Boolean!) { version name: version @include(if: $all) }";

        Assert.Equal("""{"data":{"version":"1","name":"1"}}""", await server.ExecuteAsync(Document, """{"all":true}"""));
        Assert.Equal("""{"data":{"version":"1"}}""", await server.ExecuteAsync(Document, """{"all":false}"""));
        Assert.Equal("""{"data":{"version":"1","name":"1"}}""", await server.ExecuteAsync(Document, """{"all":true}"""));
    }

    [Fact]
    public async Task The_first_included_field_of_a_name_decides_where_it_stands() => Assert.Equal(
        """{"data":{"product":{"name":"Pro"},"version":"1"}}""",
        await Server().ExecuteAsync(
            "query ($early: Boolean!) { version @include(if: $early) product { name } version }", """{"early":false}"""));

    [Fact]
    public async Task A_fragment_that_fits_only_some_types_applies_to_those() => Assert.Equal(
        """{"data":{"pets":[{"__typename":"Dog","barks":true},{"__typename":"Cat","meows":false}]}}""",
        await Pets().ExecuteAsync("{ pets { __typename ... on Dog { barks } ...Meows } } fragment Meows on Cat { meows }"));

    [Fact]
    public async Task The_nearest_class_decides_the_type_of_a_value() => Assert.Equal(
        """{"data":{"pets":[{"__typename":"Dog"},{"__typename":"Cat"}]}}""",
        await Pets().Resolve("Query.pets", _ => new Pet[] { new Puppy(), new Cat() }).ExecuteAsync("{ pets { __typename } }"));

    [Fact]
    public async Task A_value_of_no_possible_type_is_an_error_of_its_place() => Assert.Matches(
        """^\{"data":\{"pets":\[\{"__typename":"Cat"\},null\]\},"errors":\[\{"message":"Unexpected execution error.","locations":\[\{"line":1,"column":3\}\],"path":\["pets",1\],"extensions":\{"code":"INTERNAL","traceId":"[0-9a-f]{32}"\}\}\]\}$""",
        await Pets().Resolve("Query.pets", _ => new Pet[] { new Cat(), new Fish() }).ExecuteAsync("{ pets { __typename } }"));

    [Fact]
    public async Task A_schema_describes_itself() => Assert.Equal(
        """{"data":{"__schema":{"queryType":{"name":"Query"}},"__type":{"fields":[{"name":"name","type":{"name":"String","kind":"SCALAR"}}]}}}""",
        await Server().ExecuteAsync("""{ __schema { queryType { name } } __type(name: "Brand") { fields { name type { name kind } } } }"""));

    [Fact]
    public async Task A_resolver_learns_what_is_selected_below_it()
    {
        var selected = new List<bool>();
        var server = Server().Resolve("Query.product", context =>
        {
            selected.AddRange(new[] { "price", "name", "brand" }.Select(context.IsSelected));
            return null;
        });

        await server.ExecuteAsync("query ($no: Boolean!) { product { ... on Product { p: price } name @include(if: $no) } }", """{"no":false}""");

        Assert.Equal([true, false, false], selected);
    }

    private static TestServer Server() => new TestServer(Shop)
        .Resolve("Query.version", _ => "1")
        .Resolve("Query.product", _ => new Product("Pro", 5, ["a", "b"]))
        .Resolve("Query.products", _ => new List<Product?> { new("Pro", 5, ["a", "b"]), null, new("Max", 9, []) })
        .Get<Product>("Product.name", product => product.Name)
        .Get<Product>("Product.price", product => product.Price)
        .Get<Product>("Product.tags", product => product.Tags)
        .Resolve("Product.brand", _ => "Webox")
        .Get<string>("Brand.name", name => name);

    private static TestServer Pets()
    {
        var server = new TestServer("""
            type Query { pets: [Pet] }
            interface Pet { name: String }
            type Dog implements Pet { name: String, barks: Boolean }
            type Cat implements Pet { name: String, meows: Boolean }
            """)
            .Resolve("Query.pets", _ => new Pet[] { new Dog(), new Cat() })
            .Get<Dog>("Dog.barks", _ => true)
            .Get<Cat>("Cat.meows", _ => false);
        server.Type<ObjectType>("Dog").RuntimeType = typeof(Dog);
        server.Type<ObjectType>("Cat").RuntimeType = typeof(Cat);
        return server;
    }

    private sealed record Product(string Name, int Price, string[] Tags);

    private record Pet;

    private record Dog : Pet;

    private sealed record Puppy : Dog;

    private sealed record Cat : Pet;

    private sealed record Fish : Pet;
}
