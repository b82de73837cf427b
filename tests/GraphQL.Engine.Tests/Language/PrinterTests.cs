using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Tests.Language;

public class PrinterTests
{
    [Theory]
    [InlineData("{a}", "{\n  a\n}")]
    [InlineData("mutation{b:a(x:[1,{y:null}])@c{...D@e...on F{g}...{h}}}",
        "mutation {\n  b: a(x: [1, { y: null }]) @c {\n    ...D @e\n    ... on F {\n      g\n    }\n    ... {\n      h\n    }\n  }\n}")]
    [InlineData("query Q($a:[ID!]!=[\"1\"]@t,$b:B){a}", "query Q($a: [ID!]! = [\"1\"] @t, $b: B) {\n  a\n}")]
    [InlineData("fragment A on B @c{d}", "fragment A on B @c {\n  d\n}")]
    [InlineData("\"T\" type A implements B&C@d{\"F\"e(f:Int=1@g):[H!]!@i}",
        "\"T\"\ntype A implements B & C @d {\n  \"F\"\n  e(f: Int = 1 @g): [H!]! @i\n}")]
    [InlineData("directive@a(b:C)repeatable on FIELD|OBJECT", "directive @a(b: C) repeatable on FIELD | OBJECT")]
    [InlineData("extend union A@b=C|D", "extend union A @b = C | D")]
    [InlineData("schema@a{query:Q}extend schema{mutation:M}", "schema @a {\n  query: Q\n}\n\nextend schema {\n  mutation: M\n}")]
    public void A_document_is_printed_in_one_style(string source, string printed) =>
        Assert.Equal(printed, Printer.Print(Parser.ParseDocument(source)));

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData(" a")]
    [InlineData("a\n  b")]
    [InlineData("a\"")]
    [InlineData("a\\")]
    [InlineData("a \"\"\" b \"\"\"")]
    public void What_a_block_string_can_hold_reads_back_as_it_was(string text)
    {
        Assert.True(BlockString.CanHold(text));

        Assert.Equal(text, Assert.IsType<StringValueNode>(Parser.ParseValue(BlockString.Print(text))).Value);
    }

    [Theory]
    [InlineData("\na")]
    [InlineData("a\n")]
    [InlineData(" a\n b")]
    [InlineData(" ")]
    [InlineData("a\u0007")]
    [InlineData("a\r\nb")]
    public void What_a_block_string_cannot_hold_is_printed_as_a_string(string text)
    {
        Assert.False(BlockString.CanHold(text));

        Assert.Equal(text, Assert.IsType<StringValueNode>(Parser.ParseValue(StringLiteral.Print(text))).Value);
    }
}
