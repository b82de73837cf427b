using System.Globalization;
using System.Text.Json;
using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Types.Scalars;

/// <summary>Text. https://spec.graphql.org/September2025/#sec-String</summary>
internal sealed class StringType() : ScalarType("String")
{
    public override object? ParseLiteral(ValueNode literal, IReadOnlyDictionary<string, object?>? variables) =>
        literal is StringValueNode text ? text.Value : throw NotText(Inspection.Inspect(literal));

    public override object? ParseValue(JsonElement value) =>
        value.ValueKind is JsonValueKind.String ? value.GetString() : throw NotText(Inspection.Inspect(value));

    public override object? Serialize(object value) => value switch
    {
        string => value,
        bool boolean => boolean ? "true" : "false",
        double or float when Numbers.FromResult(value) is { } number => number.ToString("R", CultureInfo.InvariantCulture),
        decimal or long or int or short or sbyte or ulong or uint or ushort or byte or char or Guid =>
            Convert.ToString(value, CultureInfo.InvariantCulture),
        Uri uri => uri.OriginalString,
        _ => throw new GraphQLException($"String cannot represent value: {Inspection.Inspect(value)}"),
    };

    private static GraphQLException NotText(string value) => new($"String cannot represent a non string value: {value}");
}
