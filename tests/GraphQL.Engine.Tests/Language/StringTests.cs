using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Tests.Language;

public class StringTests
{
    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("\"a b\"", "a b")]
    [InlineData("\"\\\" \\\\ \\/ \\b \\f \\n \\r \\t\"", "\" \\ / \b \f \n \r \t")]
    [InlineData("\"\\u00E9 \\u{E9} \\u{1F600} \\u{0000001F600}\"", null)]
    [InlineData("\"\\uD83D\\uDE00\"", "\U0001F600")]
    [InlineData("\"\\u{1F600}\"", "\U0001F600")]
    [InlineData("\"\\u{10FFFF}\"", "\U0010FFFF")]
    [InlineData("\"\\u{110000}\"", null)]
    [InlineData("\"\\u{D800}\"", null)]
    [InlineData("\"\\u{}\"", null)]
    [InlineData("\"\\uD83D\"", null)]
    [InlineData("\"a\nb\"", null)]
    [InlineData("\"a", null)]
    public void Strings_mean_what_their_escapes_say(string source, string? meaning)
    {
        if (meaning is null)
        {
            Assert.Throws<GraphQLException>(() => Parser.ParseValue(source));
        }
        else
        {
            Assert.Equal((meaning, false), Read(source));
        }
    }

    [Theory]
    [InlineData("\"\"\"\"\"\"", "")]
    [InlineData("\"\"\" a \"\"\"", " a ")]
    [InlineData("\"\"\"\n    Hello,\n      World!\n\n    Yours,\n  \"\"\"", "Hello,\n  World!\n\nYours,")]
    [InlineData("\"\"\"a\r\n  b\rc\"\"\"", "a\n  b\nc")]
    [InlineData("\"\"\"\\\"\"\" \\n \\u00E9\"\"\"", "\"\"\" \\n \\u00E9")]
    [InlineData("\"\"\"\n\n\"\"\"", "")]
    public void Block_strings_lose_their_indentation_and_keep_their_backslashes(string source, string meaning) =>
        Assert.Equal((meaning, true), Read(source));

    [Fact]
    public void Half_of_a_surrogate_pair_is_no_character()
    {
        foreach (var source in new[] { "\"\uD83D\"", "\"\"\"\uDE00\"\"\"", "\uD83D", "# \uDE00" })
        {
            var error = Assert.Single(Assert.Throws<GraphQLException>(() => Parser.ParseDocument(source)).Errors);

            Assert.StartsWith("Syntax Error: Invalid character", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_byte_order_mark_commas_and_comments_mean_nothing()
    {
        var document = Parser.ParseDocument("\uFEFF{,a,,# \U0001F600 {\r\n,b}");

        Assert.Equal(new Location(1, 2), document.Location);
        var selections = Assert.IsType<OperationDefinitionNode>(Assert.Single(document.Definitions)).SelectionSet.Selections;
        Assert.Equal(["a", "b"], selections.Cast<FieldNode>().Select(field => field.Name.Value));
        Assert.Equal(new Location(2, 2), selections[1].Location);
    }

    private static (string Value, bool Block) Read(string source)
    {
        var node = Assert.IsType<StringValueNode>(Parser.ParseValue(source));
        return (node.Value, node.Block);
    }
}
