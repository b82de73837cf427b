using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Tests.Language;

public class ParserLimitsTests
{
    [Theory]
    [InlineData("{ a b }", "{ a b c }", ErrorCodes.TooManyTokens, "4 tokens", 9)]
    public void Tokens_are_limited(string taken, string refused, string code, string what, int column) =>
        AssertLimit(ParserOptions.Unlimited with { TokensMax = 4 }, taken, refused, code, what, column);

    [Theory]
    [InlineData("{ a { b } }", "{ a { b } c }", ErrorCodes.TooManyFields, "2 fields", 11)]
    [InlineData("{ a ...B }", "{ a ...B } fragment B on T { b c }", ErrorCodes.TooManyFields, "2 fields", 32)]
    public void Fields_are_limited(string taken, string refused, string code, string what, int column) =>
        AssertLimit(ParserOptions.Unlimited with { FieldsMax = 2 }, taken, refused, code, what, column);

    [Theory]
    [InlineData("{ a: x b }", "{ a: x b: x }", ErrorCodes.TooManyAliases, "1 aliases", 8)]
    public void Aliases_are_limited(string taken, string refused, string code, string what, int column) =>
        AssertLimit(ParserOptions.Unlimited with { AliasesMax = 1 }, taken, refused, code, what, column);

    [Theory]
    [InlineData("{ a @b @b }", "{ a @b @b @b }", ErrorCodes.TooManyDirectives, "2 directives", 11)]
    [InlineData("query ($a: A @b) { a @b }", "query ($a: A @b) @c { a @b }", ErrorCodes.TooManyDirectives, "2 directives", 25)]
    public void Directives_are_limited(string taken, string refused, string code, string what, int column) =>
        AssertLimit(ParserOptions.Unlimited with { DirectivesMax = 2 }, taken, refused, code, what, column);

    [Theory]
    [InlineData("fragment A on T { a }", "fragment A on T { a } fragment B on T { a }", ErrorCodes.TooManyFragments, "1 fragments", 23)]
    public void Fragments_are_limited(string taken, string refused, string code, string what, int column) =>
        AssertLimit(ParserOptions.Unlimited with { FragmentsMax = 1 }, taken, refused, code, what, column);

    [Fact]
    public void A_document_is_refused_before_the_rest_of_it_is_read()
    {
        var source = "{ a b " + new string('~', 10);

        var error = Assert.Single(Assert.Throws<GraphQLException>(
            () => Parser.ParseDocument(source, ParserOptions.Default with { TokensMax = 2 })).Errors);

        Assert.Equal(ErrorCodes.TooManyTokens, error.Code);
    }

    private static void AssertLimit(ParserOptions options, string taken, string refused, string code, string what, int column)
    {
        Parser.ParseDocument(taken, options);

        var error = Assert.Single(Assert.Throws<GraphQLException>(() => Parser.ParseDocument(refused, options)).Errors);
        Assert.Equal((code, $"Syntax Error: Document contains more than {what}. Parsing aborted."), (error.Code, error.Message));
        Assert.Equal([new Location(1, column)], error.Locations);
    }
}
