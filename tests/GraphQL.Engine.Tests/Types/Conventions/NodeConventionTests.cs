using Microsoft.Extensions.DependencyInjection;
using Webox.GraphQL.Engine.Annotations;
using Webox.GraphQL.Engine.Tests.Types.Annotated;
using Webox.GraphQL.Engine.Types;
using Webox.GraphQL.Engine.Types.Annotated;
using Webox.GraphQL.Engine.Types.Conventions;

namespace Webox.GraphQL.Engine.Tests.Types.Conventions;

public sealed class NodeConventionTests
{
    [Theory]
    [InlineData("number", "TnVtYmVyZWQ6NDI")]
    [InlineData("word", "TmFtZWQ6w6l0w6k")]
    public async Task A_node_of_any_kind_of_id_is_found_again(string field, string id)
    {
        await using var server = Start();

        Assert.Equal($$$$"""{"data":{"{{{{field}}}}":{"id":"{{{{id}}}}"}}}""", await server.ExecuteAsync($"{{ {field} {{ id }} }}"));
        Assert.Equal($$$$"""{"data":{"node":{"id":"{{{{id}}}}"}}}""", await server.ExecuteAsync($$"""{ node(id: "{{id}}") { id } }"""));
    }

    [Theory]
    [InlineData("Numbered", "x")]
    [InlineData("Numbered", "99999999999999999999")]
    [InlineData("Numbered", "")]
    [InlineData("Numbered", " 42")]
    [InlineData("Query", "42")]
    public async Task An_id_that_was_never_given_is_refused(string type, string value)
    {
        await using var server = Start();

        Assert.Contains(
            "\"code\":\"INVALID_ID\"", await server.ExecuteAsync($$"""{ node(id: "{{NodeId.Encode(type, value)}}") { id } }"""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_id_argument_takes_its_own_type_or_any()
    {
        await using var server = Start();
        var numbered = NodeId.Encode("Numbered", "42");
        var named = NodeId.Encode("Named", "x");

        Assert.Equal(
            """{"data":{"own":"42","any":"x"}}""", await server.ExecuteAsync($$"""{ own(id: "{{numbered}}") any(id: "{{named}}") }"""));
        Assert.Contains("INVALID_ID", await server.ExecuteAsync($$"""{ own(id: "{{named}}") }"""), StringComparison.Ordinal);
        Assert.Contains("INVALID_ID", await server.ExecuteAsync("""{ own(id: "42") }"""), StringComparison.Ordinal);
        Assert.Equal("""{"data":{"own":null}}""", await server.ExecuteAsync("{ own(id: null) }"));
    }

    [Fact]
    public async Task Lists_of_ids_are_taken_and_given()
    {
        await using var server = Start();
        var one = NodeId.Encode("Numbered", "1");
        var two = NodeId.Encode("Numbered", "2");

        Assert.Equal($$$"""{"data":{"all":["{{{two}}}","{{{one}}}"]}}""", await server.ExecuteAsync($$"""{ all(ids: ["{{one}}", "{{two}}"]) }"""));
    }

    [Fact]
    public async Task Without_global_identification_an_id_is_its_value()
    {
        await using var server = GraphQLServer.With(typeof(Queries), typeof(NumberedType));

        Assert.Null(server.Schema.FindType("Node"));
        Assert.Equal("""{"data":{"own":"42"}}""", await server.ExecuteAsync("""{ own(id: 42) }"""));
        Assert.Contains("INVALID_ID", await server.ExecuteAsync("""{ own(id: "x") }"""), StringComparison.Ordinal);
    }

    [Fact]
    public void A_node_class_says_how_to_find_its_objects()
    {
        var builder = new AnnotatedSchemaBuilder().UseGlobalObjectIdentification().AddType(typeof(Queries)).AddType(typeof(NotFound));

        Assert.Equal(
            [$"{typeof(NotFound)}: A [Node] class has one static method with [NodeResolver]."],
            Assert.Throws<SchemaException>(() => builder.Build()).Problems);
    }

    private static GraphQLServer Start() =>
        GraphQLServer.With(builder => builder.AddGlobalObjectIdentification(), typeof(Queries), typeof(NumberedType), typeof(NamedType));

    private sealed record Numbered(long Id);

    private sealed record Named(string Id);

    [Node]
    [ExtendObjectType<Numbered>]
    private static class NumberedType
    {
        [NodeResolver]
        public static Numbered Find(long id) => new(id);
    }

    [Node]
    [ExtendObjectType<Named>]
    private static class NamedType
    {
        [NodeResolver]
        public static Task<Named> FindAsync(string id) => Task.FromResult(new Named(id));
    }

    [Node]
    [ExtendObjectType<Named>]
    private static class NotFound;

    [QueryType]
    private static class Queries
    {
        public static Numbered GetNumber() => new(42);

        public static Named GetWord() => new("été");

        public static string? Own([ID<Numbered>] long? id) => id?.ToString(System.Globalization.CultureInfo.InvariantCulture);

        public static string Any([ID] string id) => id;

        [ID<Numbered>]
        public static IEnumerable<int> All([ID<Numbered>] int[] ids) => ids.Reverse();
    }
}
