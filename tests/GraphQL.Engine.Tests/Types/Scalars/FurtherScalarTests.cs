using System.Globalization;
using System.Text.Json;
using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;
using Webox.GraphQL.Engine.Types.Scalars;

namespace Webox.GraphQL.Engine.Tests.Types.Scalars;

public class FurtherScalarTests
{
    [Theory]
    [InlineData("999999999999999", true)]
    [InlineData("-999999999999999", true)]
    [InlineData("1000000000000000", false)]
    [InlineData("-1000000000000000", false)]
    [InlineData("99999999999999999999", false)]
    [InlineData("1.5", false)]
    public void A_long_has_at_most_15_digits_whichever_way_it_comes(string digits, bool isTaken)
    {
        var expected = isTaken ? (object)long.Parse(digits, CultureInfo.InvariantCulture) : "refused";

        Assert.Equal(expected, ValueOrRefused(() => BuiltInScalars.Long.ParseLiteral(Parser.ParseValue(digits), null)));
        Assert.Equal(expected, ValueOrRefused(() => BuiltInScalars.Long.ParseValue(JsonElement.Parse(digits))));
        if (long.TryParse(digits, CultureInfo.InvariantCulture, out var number))
        {
            Assert.Equal(expected, ValueOrRefused(() => BuiltInScalars.Long.Serialize(number)));
        }
    }

    [Theory]
    [InlineData("2026-01-02T03:04:05Z", "2026-01-02T03:04:05Z")]
    [InlineData("2026-01-02T03:04:05.1234567Z", "2026-01-02T03:04:05.1234567Z")]
    [InlineData("2026-01-02T03:04:05.500+02:00", "2026-01-02T01:04:05.5Z")]
    [InlineData("2026-01-02T00:04:05-05:30", "2026-01-02T05:34:05Z")]
    [InlineData("2026-01-02T03:04:05", "refused")]
    [InlineData("2026-01-02T03:04:05+0200", "refused")]
    [InlineData("2026-01-02", "refused")]
    [InlineData("2026-02-30T03:04:05Z", "refused")]
    [InlineData("2026-01-02T24:00:00Z", "refused")]
    [InlineData(" 2026-01-02T03:04:05Z", "refused")]
    [InlineData("", "refused")]
    public void A_date_time_needs_an_offset_and_is_shown_in_utc(string text, string shown) =>
        AssertText(BuiltInScalars.DateTime, text, shown);

    [Theory]
    [InlineData("https://example.com/a?b=%C3%A9", "https://example.com/a?b=%C3%A9")]
    [InlineData("/a", "refused")]
    [InlineData("https://exa mple.com", "refused")]
    public void A_url_is_absolute(string text, string shown) => AssertText(BuiltInScalars.Url, text, shown);

    [Theory]
    [InlineData("0197F2A0-0000-7000-8000-00000000000A", "0197f2a0-0000-7000-8000-00000000000a")]
    [InlineData("0197f2a0000070008000000000000001", "refused")]
    [InlineData("{0197f2a0-0000-7000-8000-000000000001}", "refused")]
    public void A_uuid_is_written_with_hyphens(string text, string shown) => AssertText(BuiltInScalars.Uuid, text, shown);

    [Fact]
    public void A_decimal_keeps_what_a_double_would_lose()
    {
        const string Text = "0.1234567890123456789012345678";
        var expected = decimal.Parse(Text, CultureInfo.InvariantCulture);

        Assert.Equal(expected, BuiltInScalars.Decimal.ParseLiteral(Parser.ParseValue(Text), null));
        Assert.Equal(expected, BuiltInScalars.Decimal.ParseValue(JsonElement.Parse(Text)));
        Assert.Equal(expected, BuiltInScalars.Decimal.Serialize(expected));
        Assert.Throws<GraphQLException>(() => BuiltInScalars.Decimal.ParseValue(JsonElement.Parse("\"1\"")));
        Assert.Throws<GraphQLException>(() => BuiltInScalars.Decimal.Serialize(0.1));
    }

    [Fact]
    public void A_custom_scalar_takes_any_value_as_it_is()
    {
        var scalar = new ScalarType("Any");
        var expected = new Dictionary<string, object?>
        {
            ["a"] = new List<object?> { 1L, 1.5, "x", true, null },
        };

        Assert.Equal(expected, scalar.ParseLiteral(Parser.ParseValue("{ a: [1, 1.5, \"x\", true, null] }"), null));
        Assert.Equal(expected, scalar.ParseValue(JsonElement.Parse("""{ "a": [1, 1.5, "x", true, null] }""")));
        Assert.Equal("E", scalar.ParseLiteral(Parser.ParseValue("E"), null));
    }

    [Fact]
    public void Variables_inside_a_custom_scalar_are_filled_in_and_absent_ones_left_out()
    {
        var literal = Parser.ParseValue("{ a: $given, b: $absent, c: [$absent] }");

        var value = new ScalarType("Any").ParseLiteral(literal, new Dictionary<string, object?> { ["given"] = 1 });

        Assert.Equal(new Dictionary<string, object?> { ["a"] = 1, ["c"] = new List<object?> { null } }, value);
    }

    [Fact]
    public void A_refusal_shows_only_the_beginning_of_a_long_value()
    {
        var json = JsonSerializer.SerializeToElement(new string('a', 9_999));

        var error = Assert.Throws<GraphQLException>(() => BuiltInScalars.Uuid.ParseValue(json));

        Assert.Equal($"UUID cannot represent value: \"{new string('a', 99)}…", error.Message);
    }

    private static void AssertText(ScalarType scalar, string text, string shown)
    {
        Assert.Equal(shown, ValueOrRefused(() => scalar.Serialize(scalar.ParseLiteral(new StringValueNode(text, false, default), null)!)));
        Assert.Equal(shown, ValueOrRefused(() => scalar.Serialize(scalar.ParseValue(JsonSerializer.SerializeToElement(text))!)));
    }

    private static object? ValueOrRefused(Func<object?> convert)
    {
        try
        {
            return convert();
        }
        catch (GraphQLException)
        {
            return "refused";
        }
    }
}
