using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;
using Webox.GraphQL.Engine.Validation.Limits;

namespace Webox.GraphQL.Engine.Tests.Validation.Limits;

public class LimitValidatorTests
{
    private static readonly Schema Shop = MakeShop();

    [Fact]
    public void A_page_with_a_few_resolvers_in_each_item_is_within_the_limits() =>
        Assert.Empty(Validate("{ products(first: 50) { edges { cursor node { name category { name } } } pageInfo { hasNextPage } } }"));

    [Fact]
    public void Fields_may_be_as_deep_as_the_limit_and_no_deeper()
    {
        var limits = ExecutionLimits.Default with { DepthMax = 3 };

        Assert.Empty(Validate("{ category { parent { name } } }", limits));
        Assert.Empty(Validate("{ category { parent { parent { __typename } } } }", limits));
        AssertRefused(
            ErrorCodes.QueryTooDeep, "Fields are selected more than 3 levels deep. (1:32)",
            Validate("{ category { parent { parent { name } } } }", limits));
    }

    [Fact]
    public void Fragments_hide_no_depth() =>
        AssertRefused(
            ErrorCodes.QueryTooDeep, "Fields are selected more than 3 levels deep. (2:50)",
            Validate(
                """
                { ... on Query { ...A } } fragment A on Query { category { ...B } }
                fragment B on Category { parent { parent { ... { name } } } }
                """,
                ExecutionLimits.Default with { DepthMax = 3 }));

    [Fact]
    public void Root_fields_are_counted_by_response_key()
    {
        var limits = ExecutionLimits.Default with { RootFieldsMax = 2 };

        Assert.Empty(Validate("{ __typename category { name } category { name } b: category { name } ...F } fragment F on Query { b: category { name } }", limits));
        AssertRefused(
            ErrorCodes.TooManyRootFields, "More than 2 fields are selected at the root. (1:45)",
            Validate("{ a: category { name } b: category { name } c: category { name } }", limits));
    }

    [Fact]
    public void Mutations_have_fewer_root_fields()
    {
        Assert.Empty(Validate("mutation { a: rename { name } b: rename { name } c: rename { name } }"));
        AssertRefused(
            ErrorCodes.TooManyRootFields, "More than 3 fields are selected at the root. (1:69)",
            Validate("mutation { a: rename { name } b: rename { name } c: rename { name } d: rename { name } }"));
    }

    [Theory]
    [InlineData("{ category { name } }", 1)]
    [InlineData("{ category { stock } }", 2)]
    [InlineData("{ products { pageInfo { hasNextPage } } }", 3)]
    [InlineData("{ products { nodes { name } } }", 2 + 10)]
    [InlineData("{ products(first: 3) { nodes { name } } }", 2 + 3)]
    [InlineData("{ products(last: 3) { nodes { name } } }", 2 + 3)]
    [InlineData("{ products(first: null) { nodes { name } } }", 2 + 10)]
    [InlineData("{ products(first: 1000000) { nodes { name } } }", 2 + 50)]
    [InlineData("{ products(first: 99999999999) { nodes { name } } }", 2 + 50)]
    [InlineData("query ($n: Int = 2) { products(first: $n) { nodes { name } } }", 2 + 50)]
    [InlineData("{ products(first: 4) { edges { node { category { stock } } } } }", 2 + (4 * (1 + 1 + 1 + 1)))]
    [InlineData("{ products(first: 4) { nodes { related(first: 5) { nodes { name } } } } }", 2 + (4 * (1 + 2 + (5 * 1))))]
    [InlineData("{ ...F } fragment F on Query { products(first: 3) { ...G } } fragment G on ProductConnection { nodes { ... { name } } }", 2 + 3)]
    public void The_cost_is_that_of_each_field_times_the_items_around_it(string document, int cost)
    {
        Assert.Empty(Validate(document, ExecutionLimits.Default with { CostMax = cost }));
        var error = Assert.Single(Validate(document, ExecutionLimits.Default with { CostMax = cost - 1 }));
        Assert.Equal(ErrorCodes.QueryTooComplex, error.Code);
    }

    [Fact]
    public void Pages_in_pages_in_pages_are_refused_without_overflow() =>
        AssertRefused(
            ErrorCodes.QueryTooComplex, "The operation costs more than 1000. (1:54)",
            Validate("{ products(first: 50) { nodes { related(first: 50) { nodes { related(first: 50) { nodes { name } } } } } } }"));

    [Fact]
    public void Introspection_is_refused_where_it_is_off_but_type_names_are_not()
    {
        Assert.Empty(Validate("{ __typename category { __typename } }"));
        AssertRefused(
            ErrorCodes.IntrospectionDisabled,
            "GraphQL introspection has been disabled, but the requested query contained the field \"__schema\". (1:3)",
            Validate("{ __schema { description } }"));
        AssertRefused(
            ErrorCodes.IntrospectionDisabled,
            "GraphQL introspection has been disabled, but the requested query contained the field \"__type\". (1:32)",
            Validate("{ ...F } fragment F on Query { x: __type(name: \"Query\") { name } }"));
    }

    [Fact]
    public void Introspection_has_a_depth_of_its_own()
    {
        var limits = ExecutionLimits.Default with { IntrospectionEnabled = true, DepthMax = 1, IntrospectionDepthMax = 4 };

        Assert.Empty(Validate("{ __schema { types { fields { name } } } }", limits));
        AssertRefused(
            ErrorCodes.QueryTooDeep, "Maximum introspection depth exceeded (1:38)",
            Validate("{ __schema { types { fields { type { name } } } } }", limits));
    }

    [Fact]
    public void Introspection_does_not_multiply_the_schema_with_itself()
    {
        var limits = ExecutionLimits.Default with { IntrospectionEnabled = true };

        Assert.Empty(Validate("{ __schema { types { fields { type { fields { name } } } } } }", limits));
        AssertRefused(
            ErrorCodes.QueryTooDeep, "Maximum introspection depth exceeded (1:54)",
            Validate("{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }", limits));
    }

    [Fact]
    public void Fragments_that_double_at_each_level_are_refused_by_their_number()
    {
        var document = "{ ...F0 }" + string.Concat(Enumerable.Range(0, 40).Select(i => $" fragment F{i} on Query {{ ...F{i + 1} ...F{i + 1} }}"))
            + " fragment F40 on Query { category { name } }";

        AssertRefused(ErrorCodes.TooManyFragments, "Fragments are spread more than 1000 times.", Validate(document), anyPlace: true);
    }

    [Fact]
    public void Fragments_are_counted_over_all_operations()
    {
        var document = "query A { ...F } query B { ...F } fragment F on Query { category { name } }";

        Assert.Empty(Validate(document, ExecutionLimits.Default with { FragmentSpreadVisitsMax = 2 }));
        AssertRefused(
            ErrorCodes.TooManyFragments, "Fragments are spread more than 1 times. (1:28)",
            Validate(document, ExecutionLimits.Default with { FragmentSpreadVisitsMax = 1 }));
    }

    [Theory]
    [InlineData("{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }", ErrorCodes.TooManyFragments)]
    [InlineData("{ category { ...A } } fragment A on Category { parent { ...A } }", ErrorCodes.QueryTooDeep)]
    public void Circles_of_fragments_end(string document, string code) => Assert.Equal(code, Assert.Single(Validate(document)).Code);

    [Fact]
    public void Unknown_names_do_no_harm() =>
        Assert.Empty(Validate("{ unknown { a } ...Unknown ... on Unknown { b { c } } category { unknown } }"));

    private static IReadOnlyList<IError> Validate(string document, ExecutionLimits? limits = null) =>
        LimitValidator.Validate(Shop, Parser.ParseDocument(document, ParserOptions.Unlimited), limits ?? ExecutionLimits.Default);

    private static void AssertRefused(string code, string expected, IReadOnlyList<IError> errors, bool anyPlace = false)
    {
        var error = Assert.Single(errors);
        Assert.Equal(code, error.Code);
        Assert.Equal(expected, anyPlace ? error.Message : ErrorText.Of(error));
    }

    private static Schema MakeShop()
    {
        var schema = SdlSchemaBuilder.Build(Parser.ParseDocument("""
            type Query { products(first: Int, after: String, last: Int): ProductConnection category: Category }
            type Mutation { rename: Product }
            type ProductConnection { nodes: [Product!]! edges: [ProductEdge!]! pageInfo: PageInfo! }
            type ProductEdge { cursor: String! node: Product! }
            type PageInfo { hasNextPage: Boolean! }
            type Product { name: String category: Category related(first: Int): ProductConnection }
            type Category { name: String stock: Int parent: Category }
            """));
        Resolve("Query", "products").Paging = new PagingSettings();
        Resolve("Product", "related").Paging = new PagingSettings();
        Resolve("Category", "stock");
        return schema;

        Field Resolve(string type, string name)
        {
            var field = ((ObjectType)schema.FindType(type)!).Fields[name];
            field.Resolver = _ => default;
            return field;
        }
    }
}
