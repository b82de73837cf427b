using System.Text.Json;
using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types.Scalars;

namespace Webox.GraphQL.Engine.Tests.Types.Scalars;

public class SpecifiedScalarTests
{
    private static readonly Guid SomeId = Guid.Parse("0197f2a0-0000-7000-8000-000000000001");

    public static TheoryData<string, object, object?> Results => new()
    {
        { "Int", 1, 1 },
        { "Int", 1.0, 1 },
        { "Int", 1L, 1 },
        { "Int", 1m, 1 },
        { "Int", "5", 5 },
        { "Int", true, 1 },
        { "Int", 1e5, 100_000 },
        { "Int", 1.1, "Int cannot represent non-integer value: 1.1" },
        { "Int", "-1.1", "Int cannot represent non-integer value: \"-1.1\"" },
        { "Int", "", "Int cannot represent non-integer value: \"\"" },
        { "Int", "one", "Int cannot represent non-integer value: \"one\"" },
        { "Int", double.NaN, "Int cannot represent non-integer value: NaN" },
        { "Int", 9_876_504_321, "Int cannot represent non 32-bit signed integer value: 9876504321" },
        { "Int", new[] { 5 }, "Int cannot represent non-integer value: [5]" },
        { "Float", 1, 1.0 },
        { "Float", 1.5m, 1.5 },
        { "Float", "-1.1", -1.1 },
        { "Float", false, 0.0 },
        { "Float", double.PositiveInfinity, "Float cannot represent non numeric value: Infinity" },
        { "Float", "one", "Float cannot represent non numeric value: \"one\"" },
        { "String", "text", "text" },
        { "String", 1, "1" },
        { "String", -1.1, "-1.1" },
        { "String", 1.0, "1" },
        { "String", true, "true" },
        { "String", double.NaN, "String cannot represent value: NaN" },
        { "String", new[] { 1 }, "String cannot represent value: [1]" },
        { "Boolean", true, true },
        { "Boolean", 1, true },
        { "Boolean", 0.0, false },
        { "Boolean", "true", "Boolean cannot represent a non boolean value: \"true\"" },
        { "Boolean", double.NaN, "Boolean cannot represent a non boolean value: NaN" },
        { "ID", "a", "a" },
        { "ID", "", "" },
        { "ID", 123, "123" },
        { "ID", long.MaxValue, "9223372036854775807" },
        { "ID", 1.0, "1" },
        { "ID", SomeId, "0197f2a0-0000-7000-8000-000000000001" },
        { "ID", 3.14, "ID cannot represent value: 3.14" },
        { "ID", true, "ID cannot represent value: true" },
    };

    [Theory]
    [MemberData(nameof(Results), DisableDiscoveryEnumeration = true)]
    public void Results_become_the_type_or_an_error(string scalar, object value, object? expected) =>
        Assert.Equal(expected, ValueOrMessage(() => BuiltInScalars.FindSpecified(scalar)!.Serialize(value)));

    [Theory]
    [InlineData("Int", "1", 1)]
    [InlineData("Int", "-2147483648", int.MinValue)]
    [InlineData("Int", "1.0", 1)]
    [InlineData("Int", "2147483648", "Int cannot represent non 32-bit signed integer value: 2147483648")]
    [InlineData("Int", "1.5", "Int cannot represent non-integer value: 1.5")]
    [InlineData("Int", "\"1\"", "Int cannot represent non-integer value: \"1\"")]
    [InlineData("Int", "true", "Int cannot represent non-integer value: true")]
    [InlineData("Float", "1", 1.0)]
    [InlineData("Float", "1.5e3", 1500.0)]
    [InlineData("Float", "1e999", "Float cannot represent non numeric value: 1e999")]
    [InlineData("Float", "\"1\"", "Float cannot represent non numeric value: \"1\"")]
    [InlineData("String", "\"a\"", "a")]
    [InlineData("String", "1", "String cannot represent a non string value: 1")]
    [InlineData("String", "{\"password\":\"secret\"}", "String cannot represent a non string value: [Object]")]
    [InlineData("String", "[\"secret\"]", "String cannot represent a non string value: [Array]")]
    [InlineData("Boolean", "false", false)]
    [InlineData("Boolean", "0", "Boolean cannot represent a non boolean value: 0")]
    [InlineData("ID", "\"a\"", "a")]
    [InlineData("ID", "12345678901234567890", "12345678901234567890")]
    [InlineData("ID", "1.5", "ID cannot represent value: 1.5")]
    [InlineData("ID", "true", "ID cannot represent value: true")]
    public void Values_of_variables_are_taken_or_refused(string scalar, string json, object expected) =>
        Assert.Equal(expected, ValueOrMessage(() => BuiltInScalars.FindSpecified(scalar)!.ParseValue(JsonElement.Parse(json))));

    [Theory]
    [InlineData("Int", "1", 1)]
    [InlineData("Int", "1.0", "Int cannot represent non-integer value: 1.0")]
    [InlineData("Int", "9876543210", "Int cannot represent non 32-bit signed integer value: 9876543210")]
    [InlineData("Int", "\"1\"", "Int cannot represent non-integer value: \"1\"")]
    [InlineData("Float", "1", 1.0)]
    [InlineData("Float", "-1.5", -1.5)]
    [InlineData("Float", "1e999", "Float cannot represent non numeric value: 1e999")]
    [InlineData("Float", "ONE", "Float cannot represent non numeric value: ONE")]
    [InlineData("String", "\"\"\" a \"\"\"", " a ")]
    [InlineData("String", "A", "String cannot represent a non string value: A")]
    [InlineData("Boolean", "true", true)]
    [InlineData("Boolean", "1", "Boolean cannot represent a non boolean value: 1")]
    [InlineData("ID", "90071992547409919007199254740991", "90071992547409919007199254740991")]
    [InlineData("ID", "1.5", "ID cannot represent a non-string and non-integer value: 1.5")]
    public void Literals_are_taken_or_refused(string scalar, string literal, object expected) =>
        Assert.Equal(expected, ValueOrMessage(() => BuiltInScalars.FindSpecified(scalar)!.ParseLiteral(Parser.ParseValue(literal), null)));

    private static object? ValueOrMessage(Func<object?> convert)
    {
        try
        {
            return convert();
        }
        catch (GraphQLException refusal)
        {
            return refusal.Message;
        }
    }
}
