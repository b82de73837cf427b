using Webox.GraphQL.Engine.Annotations;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Tests.Types.Annotated;

public sealed class InputObjectsTests
{
    [Fact]
    public async Task Fields_and_defaults_follow_from_the_constructor_and_the_properties()
    {
        await using var server = GraphQLServer.With(typeof(Queries));

        Assert.Equal(
            ["name: String!", "color: Color! = DARK_BLUE", "tags: [String!] = [\"a\"]", "limit: Int = 3", "ids: [ID!]", "inner: InnerInput", "note: String"],
            Fields(server, "SearchInput"));
        Assert.Equal(["size: Float! = 1.5", "color: Color = RED"], Fields(server, "InnerInput"));
    }

    [Fact]
    public async Task What_is_left_out_has_its_default()
    {
        await using var server = GraphQLServer.With(typeof(Queries));

        Assert.Equal(
            """{"data":{"search":"n DarkBlue a 3 - - untouched"}}""", await server.ExecuteAsync("""{ search(by: { name: "n" }) }"""));
    }

    [Fact]
    public async Task What_is_given_arrives_from_literals_and_variables_alike()
    {
        await using var server = GraphQLServer.With(typeof(Queries));
        const string Expected = """{"data":{"search":"n Red b,c  1,2 2.5Red "}}""";

        Assert.Equal(
            Expected,
            await server.ExecuteAsync("""{ search(by: { name: "n", color: RED, tags: ["b", "c"], limit: null, ids: ["1", 2], inner: { size: 2.5 }, note: null }) }"""));
        Assert.Equal(
            Expected,
            await server.ExecuteAsync(
                "query($by: SearchInput!) { search(by: $by) }",
                variables: new { by = new { name = "n", color = "RED", tags = new[] { "b", "c" }, limit = (int?)null, ids = new[] { "1", "2" }, inner = new { size = 2.5 }, note = (string?)null } }));
    }

    [Fact]
    public async Task A_oneof_object_is_marked()
    {
        await using var server = GraphQLServer.With(typeof(Queries));

        Assert.True(((InputObjectType)server.Schema.FindType("KeyInput")!).IsOneOf);
        Assert.Equal("""{"data":{"find":"by slug x"}}""", await server.ExecuteAsync("""{ find(key: { slug: "x" }) }"""));
        Assert.DoesNotContain("\"data\":{", await server.ExecuteAsync("""{ find(key: { slug: "x", number: 1 }) }"""), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Fields(GraphQLServer server, string type) =>
        ((InputObjectType)server.Schema.FindType(type)!).Fields.Values.Select(field =>
            $"{field.Name}: {field.Type}{(field.DefaultValue is null ? "" : $" = {Engine.Language.Printer.Print(field.DefaultValue)}")}");

    private enum Color
    {
        Red,
        DarkBlue,
    }

    private sealed record Search(
        string Name,
        Color Color = Color.DarkBlue,
        [DefaultValue(new[] { "a" })] IReadOnlyList<string>? Tags = null,
        int? Limit = 3,
        [ID] IReadOnlyList<int>? Ids = null,
        Inner? Inner = null)
    {
        public string? Note { get; init; } = "untouched";

        [GraphQLIgnore]
        public string? Secret { get; init; }
    }

    private sealed class Inner
    {
        [DefaultValue(1.5)]
        public double Size { get; set; }

        [DefaultValue(InputObjectsTests.Color.Red)]
        public Color? Color { get; set; }
    }

    [OneOf]
    private sealed record Key(string? Slug, int? Number);

    [QueryType]
    private static class Queries
    {
        public static string Search(Search by) => string.Join(
            ' ',
            by.Name,
            by.Color,
            string.Join(',', by.Tags ?? []),
            by.Limit,
            by.Ids is null ? "-" : string.Join(',', by.Ids),
            by.Inner is null ? "-" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{by.Inner.Size}{by.Inner.Color}"),
            by.Note);

        public static string Find(Key key) => key.Slug is { } slug ? $"by slug {slug}" : $"by number {key.Number}";
    }
}
