using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Tests.Language;

public class NestingTests
{
    private const int Deep = 1_000_000;

    public static TheoryData<string, string, string> RecursiveKinds => new()
    {
        { "selection sets", Repeat("{a", Deep), "" },
        { "inline fragments", "{" + Repeat("...{", Deep), "" },
        { "typed inline fragments", "{" + Repeat("...on T{", Deep), "" },
        { "list values", "{a(b:" + Repeat("[", Deep), "" },
        { "object values", "{a(b:" + Repeat("{c:", Deep), "" },
        { "list types", "query($a:" + Repeat("[", Deep), "" },
        { "variable defaults", "query($a:A=" + Repeat("[", Deep), "" },
        { "directive arguments", "{a@b(c:" + Repeat("{d:", Deep), "" },
        { "type system types", "type T{a:" + Repeat("[", Deep), "" },
        { "type system defaults", "type T{a(b:B=" + Repeat("{c:", Deep), "" },
        { "closed selection sets", Repeat("{a", Deep), Repeat("}", Deep) },
        { "closed list values", "{a(b:" + Repeat("[", Deep), Repeat("]", Deep) + ")}" },
    };

    [Theory]
    [MemberData(nameof(RecursiveKinds), DisableDiscoveryEnumeration = true)]
    public void What_nests_too_deeply_is_refused_and_leaves_the_stack_alone(string kind, string opening, string closing)
    {
        var source = opening + closing;

        var limited = Refusal(() => Parser.ParseDocument(source, ParserOptions.Unlimited with { NestingMax = 64 }));
        var unlimited = Refusal(() => Parser.ParseDocument(source, ParserOptions.Unlimited));
        var excessive = Refusal(() => Parser.ParseDocument(source, ParserOptions.Unlimited with { NestingMax = int.MaxValue }));

        Assert.Equal((kind, ErrorCodes.NestedTooDeeply), (kind, limited.Code));
        Assert.Equal("Syntax Error: Document nests more than 64 levels deep. Parsing aborted.", limited.Message);
        Assert.Equal("Syntax Error: Document nests more than 512 levels deep. Parsing aborted.", unlimited.Message);
        Assert.Equal(unlimited.Message, excessive.Message);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{a:")]
    public void Values_alone_may_not_nest_too_deeply_either(string opening) =>
        Assert.Equal(ErrorCodes.NestedTooDeeply, Refusal(() => Parser.ParseValue(Repeat(opening, Deep))).Code);

    [Fact]
    public void Types_alone_may_not_nest_too_deeply_either() =>
        Assert.Equal(ErrorCodes.NestedTooDeeply, Refusal(() => Parser.ParseType(Repeat("[", Deep))).Code);

    [Fact]
    public void All_kinds_of_nesting_count_together_and_only_while_they_are_open()
    {
        var options = ParserOptions.Default with { NestingMax = 4 };

        Parser.ParseDocument("{a{b(c:[{d:1}])}e{f(g:[{h:1}])}}", options);

        var error = Refusal(() => Parser.ParseDocument("{a{b(c:[{d:[]}])}}", options));
        Assert.Equal((ErrorCodes.NestedTooDeeply, new Location(1, 12)), (error.Code, error.Locations![0]));
    }

    [Theory]
    [InlineData("{a(b:", "[{c:", "1", "}]", ")}")]
    [InlineData("{", "a{...{", "a", "}}", "}")]
    [InlineData("query($a:", "[[", "A", "]]", "){a}")]
    public void Half_a_megabyte_of_stack_is_enough_for_the_deepest_document_that_is_taken(
        string start, string opening, string middle, string closing, string end)
    {
        const int Pairs = 255;
        var source = start + Repeat(opening, Pairs) + middle + Repeat(closing, Pairs) + end;
        DocumentNode? document = null;

        // .NET's own threads have at least one and a half on every system.
        var thread = new Thread(() => document = Parser.ParseDocument(source, ParserOptions.Unlimited), maxStackSize: 512 * 1024);
        thread.Start();
        thread.Join();

        Assert.Single(document!.Definitions);
    }

    private static IError Refusal(Func<object> parse) => Assert.Single(Assert.Throws<GraphQLException>(parse).Errors);

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
