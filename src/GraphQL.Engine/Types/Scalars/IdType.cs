using System.Globalization;
using System.Text.Json;
using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Types.Scalars;

/// <summary>Opaque identifiers: always text, but whole numbers are taken too. https://spec.graphql.org/September2025/#sec-ID</summary>
internal sealed class IdType() : ScalarType("ID")
{
    public override object? ParseLiteral(ValueNode literal, IReadOnlyDictionary<string, object?>? variables) => literal switch
    {
        StringValueNode text => text.Value,
        IntValueNode number => number.Value,
        _ => throw new GraphQLException(
            $"ID cannot represent a non-string and non-integer value: {Inspection.Inspect(literal)}"),
    };

    public override object? ParseValue(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number when Numbers.FromJson(value) is { } number && Numbers.IsWhole(number) => Whole(value, number),
        _ => throw new GraphQLException($"ID cannot represent value: {Inspection.Inspect(value)}"),
    };

    public override object? Serialize(object value) => value switch
    {
        string => value,
        long or int or short or sbyte or ulong or uint or ushort or byte => Convert.ToString(value, CultureInfo.InvariantCulture),
        Guid id => id.ToString("D"),
        not bool when Numbers.FromResult(value) is { } number && Numbers.IsWhole(number) =>
            number.ToString("F0", CultureInfo.InvariantCulture),
        _ => throw new GraphQLException($"ID cannot represent value: {Inspection.Inspect(value)}"),
    };

    // The digits as they were sent, however many; 1.0 and 1e3 as the number they are.
    private static string Whole(JsonElement value, double number)
    {
        var text = value.GetRawText();
        return text.All(c => char.IsAsciiDigit(c) || c is '-') ? text : number.ToString("F0", CultureInfo.InvariantCulture);
    }
}
