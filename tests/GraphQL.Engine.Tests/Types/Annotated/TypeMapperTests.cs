using Webox.GraphQL.Engine.Annotations;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Tests.Types.Annotated;

public sealed class TypeMapperTests
{
    [Theory]
    [InlineData("text", "String!")]
    [InlineData("textOrNull", "String")]
    [InlineData("number", "Int!")]
    [InlineData("numberOrNull", "Int")]
    [InlineData("large", "Long!")]
    [InlineData("fraction", "Float!")]
    [InlineData("price", "Decimal!")]
    [InlineData("flag", "Boolean!")]
    [InlineData("key", "UUID!")]
    [InlineData("address", "URL!")]
    [InlineData("at", "DateTime!")]
    [InlineData("day", "DateTime!")]
    [InlineData("color", "Color!")]
    [InlineData("texts", "[String!]!")]
    [InlineData("textsOrNull", "[String]")]
    [InlineData("matrix", "[[Int]!]!")]
    [InlineData("awaited", "Int!")]
    [InlineData("awaitedOrNull", "String")]
    [InlineData("awaitedList", "[Color]!")]
    [InlineData("given", "[ID!]")]
    [InlineData("anyId", "ID!")]
    public async Task The_type_and_what_may_be_null_follow_from_the_dotnet_type(string field, string type)
    {
        await using var server = GraphQLServer.With(typeof(Queries));

        Assert.Equal(type, server.Schema.QueryType!.Fields[field].Type.ToString());
    }

    [Fact]
    public void What_has_no_type_is_told_with_its_place()
    {
        var builder = new Engine.Types.Annotated.AnnotatedSchemaBuilder().AddType(typeof(Unknown));

        var problems = Assert.Throws<SchemaException>(() => builder.Build()).Problems;

        Assert.Equal(3, problems.Count);
        Assert.StartsWith($"{typeof(Unknown)}.GetLength: There is no type of the schema for System.TimeSpan.", problems[0], StringComparison.Ordinal);
        Assert.StartsWith($"{typeof(Unknown)}.GetAnything: There is no type of the schema for System.Object.", problems[1], StringComparison.Ordinal);
        Assert.StartsWith($"{typeof(Unknown)}.Nothing: ", problems[2], StringComparison.Ordinal);
    }

    [Fact]
    public void A_typed_id_does_not_slip_into_the_schema()
    {
        var builder = new Engine.Types.Annotated.AnnotatedSchemaBuilder().AddType(typeof(Leaking));

        var problem = Assert.Single(Assert.Throws<SchemaException>(() => builder.Build()).Problems);

        Assert.Equal($"{typeof(Leaking)}.GetId: {typeof(OrderId)} is a typed id: say whose with [ID<T>], or hide the member.", problem);
    }

    private enum Color
    {
        Red,
    }

    private readonly record struct OrderId(Guid Value);

    [QueryType]
    private static class Leaking
    {
        public static OrderId GetId() => default;
    }

    [QueryType]
    public static class Unknown
    {
        public static TimeSpan GetLength() => default;

        public static object GetAnything() => "";

        public static void Nothing()
        {
        }
    }

    [QueryType]
    private static class Queries
    {
        public static string Text() => "";

        public static string? TextOrNull() => "";

        public static int Number() => 0;

        public static int? NumberOrNull() => 0;

        public static long Large() => 0;

        public static double Fraction() => 0;

        public static decimal Price() => 0;

        public static bool Flag() => false;

        public static Guid Key() => default;

        public static Uri Address() => new("https://shop.example");

        public static DateTimeOffset At() => default;

        public static DateTime Day() => default;

        public static Color GetColor() => default;

        public static IReadOnlyList<string> Texts() => [];

        public static IEnumerable<string?>? TextsOrNull() => [];

        public static int?[][] Matrix() => [];

        public static Task<int> AwaitedAsync() => Task.FromResult(0);

        public static ValueTask<string?> AwaitedOrNullAsync() => default;

        public static Task<List<Color?>> AwaitedListAsync() => Task.FromResult<List<Color?>>([]);

        [GraphQLType("[ID!]")]
        public static object? Given() => null;

        [ID]
        public static Guid AnyId() => default;
    }
}
