using Webox.GraphQL.Engine.Annotations;
using Webox.GraphQL.Engine.Types;
using Webox.GraphQL.Engine.Types.Annotated;

namespace Webox.GraphQL.Engine.Tests.Types.Annotated;

public sealed class AnnotatedSchemaBuilderTests
{
    [Fact]
    public async Task Classes_of_a_shop_make_the_schema_of_a_shop()
    {
        await using var server = ShopServer.Start();

        Assert.Equal(ShopSchema.Sdl.Trim(), SchemaPrinter.Print(server.Schema).Trim());
    }

    [Fact]
    public void All_that_is_wrong_is_told_at_once()
    {
        var builder = new AnnotatedSchemaBuilder().AddType(typeof(Broken)).AddType(typeof(BrokenToo));

        var problems = Assert.Throws<SchemaException>(() => builder.Build()).Problems;

        Assert.Equal(
            [
                $"{typeof(Broken)}.NothingAsync: The method returns nothing.",
                $"{typeof(Broken)}.GetTwice: Query.twice is defined twice.",
                $"{typeof(BrokenToo)}.GetName: Two types are called Name: {typeof(Name)} and {typeof(Other)}. Rename one with [GraphQLName].",
            ],
            problems);
    }

    [Fact]
    public void A_schema_that_breaks_the_rules_of_the_specification_is_refused()
    {
        var builder = new AnnotatedSchemaBuilder().AddType(typeof(Reserved));

        Assert.Contains("__secret", Assert.Throws<SchemaException>(() => builder.Build()).Message, StringComparison.Ordinal);
    }

    private sealed record Name(string Text);

    [GraphQLName("Name")]
    private sealed record Other(string Text);

    [QueryType]
    private static class Broken
    {
        public static Task NothingAsync() => Task.CompletedTask;

        public static int Twice() => 1;

        public static int GetTwice() => 2;
    }

    [QueryType]
    private static class BrokenToo
    {
        public static Name First() => new("");

        public static Other GetName() => new("");
    }

    [QueryType]
    private static class Reserved
    {
        [GraphQLName("__secret")]
        public static int Secret() => 1;
    }
}
