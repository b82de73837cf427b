using Webox.GraphQL.Engine.Annotations;
using Webox.GraphQL.Engine.Tests.Types.Annotated;
using Webox.GraphQL.Engine.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Webox.GraphQL.Engine.Tests.Types.Conventions;

public sealed class MutationConventionTests
{
    [Theory]
    [InlineData("rename", "rename(input: RenameInput!): RenamePayload!", "thing: Thing")]
    [InlineData("renameAll", "renameAll(input: RenameAllInput!): RenameAllPayload!", "things: [Thing!]")]
    [InlineData("count", "count: CountPayload!", "count: Int")]
    [InlineData("whole", "whole(input: WholeInput!): WholePayload!", "string: String")]
    [InlineData("named", "named(input: Given!): Answer!", "result: Thing")]
    [InlineData("nothingFound", "nothingFound: NothingFoundPayload!", "thing: Thing")]
    public async Task Input_and_payload_are_called_after_the_mutation(string mutation, string signature, string result)
    {
        await using var server = Start();
        var field = server.Schema.MutationType!.Fields[mutation];

        var arguments = field.Arguments.Count == 0 ? "" : $"({string.Join(", ", field.Arguments.Values.Select(argument => $"{argument.Name}: {argument.Type}"))})";
        Assert.Equal(signature, $"{field.Name}{arguments}: {field.Type}");
        var payload = ((ObjectType)field.Type.Named).Fields.Values.First();
        Assert.Equal(result, $"{payload.Name}: {payload.Type}");
    }

    [Fact]
    public async Task A_mutation_outside_the_conventions_is_a_field_like_any_other()
    {
        await using var server = GraphQLServer.With(builder => builder.AddMutationConventions(applyToAllMutations: false), typeof(Queries), typeof(Mutations));

        Assert.Equal("Thing!", server.Schema.MutationType!.Fields["rename"].Type.ToString());
        Assert.Equal("Answer!", server.Schema.MutationType!.Fields["named"].Type.ToString());
    }

    [Fact]
    public async Task An_input_class_of_the_right_name_is_the_input()
    {
        await using var server = Start();

        Assert.Equal(
            """{"data":{"whole":{"string":"a"}}}""", await server.ExecuteAsync("""mutation { whole(input: { text: "a" }) { string } }"""));
    }

    [Fact]
    public async Task Each_declared_exception_is_its_own_error()
    {
        await using var server = Start();

        Assert.Equal(["TooLongError", "Taken", "OddError"], ((UnionType)server.Schema.FindType("RenameError")!).Types.Select(type => type.Name));
        Assert.Equal("""[{"__typename":"TooLongError","message":"long","max":3}]""", await RenameAsync(server, "long"));
        Assert.Equal("""[{"__typename":"Taken","message":"taken by 7"}]""", await RenameAsync(server, "taken"));
        Assert.Equal("""[{"__typename":"Taken","message":"reserved"}]""", await RenameAsync(server, "reserved"));
    }

    [Fact]
    public async Task A_subclass_is_the_error_of_its_base_class() =>
        Assert.Equal("""[{"__typename":"OddError","message":"very odd"}]""", await RenameAsync(Start(), "very odd"));

    [Fact]
    public async Task An_exception_of_several_is_several_errors() => Assert.Equal(
        """[{"__typename":"OddError","message":"one"},{"__typename":"TooLongError","message":"two","max":2}]""", await RenameAsync(Start(), "several"));

    [Fact]
    public async Task An_exception_of_several_of_which_one_is_not_declared_is_a_failure()
    {
        await using var server = Start();

        var response = await server.ExecuteAsync("""mutation { rename(input: { name: "mixed" }) { errors { __typename } } }""");

        Assert.StartsWith("{\"errors\":[{\"message\":\"Unexpected", response.Replace("{\"data\":null,", "{", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("\"code\":\"INTERNAL\"", response, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mutations_can_share_their_errors()
    {
        await using var server = Start();

        Assert.Equal("[SharedError!]", Errors(server, "shareOne"));
        Assert.Equal("[SharedError!]", Errors(server, "shareTwo"));
        Assert.Equal(["TooLongError", "OddError"], ((UnionType)server.Schema.FindType("SharedError")!).Types.Select(type => type.Name));
    }

    [Fact]
    public void Mutations_that_share_errors_declare_the_same()
    {
        var builder = new Engine.Types.Annotated.AnnotatedSchemaBuilder().UseMutationConventions().AddType(typeof(Queries)).AddType(typeof(Unequal));

        Assert.Equal(
            [$"{typeof(Unequal)}.Two: SharedError is shared by mutations that do not declare the same errors in the same order."],
            Assert.Throws<SchemaException>(() => builder.Build()).Problems);
    }

    [Fact]
    public async Task Every_error_has_a_message()
    {
        await using var server = Start();

        Assert.Equal("String!", Assert.Single(((InterfaceType)server.Schema.FindType("Error")!).Fields.Values).Type.ToString());
        Assert.Equal(
            ["OddError", "Taken", "TooLongError"],
            server.Schema.GetPossibleTypes((InterfaceType)server.Schema.FindType("Error")!).Select(type => type.Name).Order());
    }

    [Fact]
    public async Task Fields_of_a_payload_class_may_be_null_and_know_when_there_is_nothing()
    {
        await using var server = Start();

        Assert.Equal(
            ["thing: Thing", "length: Int", "later: String", "errors: [MakeError!]"],
            ((ObjectType)server.Schema.FindType("MakePayload")!).Fields.Values.Select(field => $"{field.Name}: {field.Type}"));
        Assert.Equal(
            """{"data":{"make":{"thing":{"name":"abc"},"length":3,"later":"abc later","errors":null}}}""",
            await server.ExecuteAsync("""mutation { make(input: { name: "abc" }) { thing { name } length later errors { __typename } } }"""));
        Assert.Equal(
            """{"data":{"make":{"thing":null,"length":null,"later":null,"errors":[{"__typename":"OddError"}]}}}""",
            await server.ExecuteAsync("""mutation { make(input: { name: "odd" }) { thing { name } length later errors { __typename } } }"""));
    }

    private static GraphQLServer Start() => GraphQLServer.With(
        builder => builder.AddMutationConventions(), typeof(Queries), typeof(Mutations), typeof(MakePayloadType));

    private static async Task<string> RenameAsync(GraphQLServer server, string name)
    {
        var response = await server.ExecuteAsync(
            $$"""mutation { rename(input: { name: "{{name}}" }) { thing { name } errors { __typename ... on Error { message } ... on TooLongError { max } } } }""");
        const string Before = """{"data":{"rename":{"thing":null,"errors":""";
        Assert.StartsWith(Before, response, StringComparison.Ordinal);
        return response[Before.Length..^3];
    }

    private static string Errors(GraphQLServer server, string mutation) =>
        ((ObjectType)server.Schema.MutationType!.Fields[mutation].Type.Named).Fields["errors"].Type.ToString()!;

    private sealed record Thing(string Name);

    private sealed record WholeInput(string Text);

    private sealed record MakePayload(Thing Thing, int Length);

    [ExtendObjectType<MakePayload>]
    private static class MakePayloadType
    {
        public static async Task<string> GetLaterAsync([Parent] MakePayload payload)
        {
            await Task.Yield();
            return $"{payload.Thing.Name} later";
        }
    }

    private sealed class TooLongException(string message, int max) : Exception(message)
    {
        public int Max { get; } = max;
    }

    private class OddException(string message) : Exception(message);

    private sealed class VeryOddException() : OddException("very odd");

    private sealed class TakenException(int by) : Exception
    {
        public int By { get; } = by;
    }

    private sealed class ReservedException : Exception;

    private sealed record Taken(string Message)
    {
        public static Taken CreateErrorFrom(TakenException exception) => new($"taken by {exception.By}");

        public static Taken CreateErrorFrom(ReservedException exception) => new(exception.Data.Count == 0 ? "reserved" : "");
    }

    [QueryType]
    private static class Queries
    {
        public static int One() => 1;
    }

    [MutationType]
    private static class Mutations
    {
        [Error<TooLongException>]
        [Error<Taken>]
        [Error<OddException>]
        public static Thing Rename(string name) => name switch
        {
            "long" => throw new TooLongException("long", 3),
            "taken" => throw new TakenException(7),
            "reserved" => throw new ReservedException(),
            "very odd" => throw new VeryOddException(),
            "several" => throw new AggregateException(new OddException("one"), new TooLongException("two", 2)),
            "mixed" => throw new AggregateException(new OddException("one"), new InvalidOperationException("two")),
            _ => new Thing(name),
        };

        public static IReadOnlyList<Thing> RenameAll(string name) => [new Thing(name)];

        public static int Count() => 1;

        [UseMutationConvention(PayloadFieldName = "string")]
        public static string Whole(WholeInput it) => it.Text;

        [UseMutationConvention(InputTypeName = "Given", PayloadTypeName = "Answer", PayloadFieldName = "result")]
        public static Thing Named(string name) => new(name);

        public static Task<Thing?> NothingFoundAsync() => Task.FromResult<Thing?>(null);

        [Error<TooLongException>]
        [Error<OddException>]
        [UseMutationConvention(PayloadErrorTypeName = "SharedError")]
        public static Thing ShareOne() => new("");

        [Error<TooLongException>]
        [Error<OddException>]
        [UseMutationConvention(PayloadErrorTypeName = "SharedError")]
        public static Thing ShareTwo() => new("");

        [Error<OddException>]
        public static MakePayload Make(string name) => name == "odd" ? throw new OddException("odd") : new MakePayload(new Thing(name), name.Length);
    }

    [MutationType]
    private static class Unequal
    {
        [Error<TooLongException>]
        [UseMutationConvention(PayloadErrorTypeName = "SharedError")]
        public static Thing One() => new("");

        [Error<OddException>]
        [UseMutationConvention(PayloadErrorTypeName = "SharedError")]
        public static Thing Two() => new("");
    }
}
