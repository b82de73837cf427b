using System.Globalization;
using System.Text.Json;
using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Types.Scalars;

/// <summary>Numbers of at most 28 significant digits, exact in base ten; <see cref="decimal"/> at runtime.</summary>
internal sealed class DecimalType : ScalarType
{
    public DecimalType()
        : base("Decimal") => Description = "A number of at most 28 digits, exact in base ten.";

    public override object? ParseLiteral(ValueNode literal, IReadOnlyDictionary<string, object?>? variables)
    {
        var text = literal switch
        {
            IntValueNode number => number.Value,
            FloatValueNode number => number.Value,
            _ => "",
        };
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw NotDecimal(Inspection.Inspect(literal));
    }

    public override object? ParseValue(JsonElement value) =>
        value.ValueKind is JsonValueKind.Number && value.TryGetDecimal(out var number)
            ? number
            : throw NotDecimal(Inspection.Inspect(value));

    public override object? Serialize(object value) => value switch
    {
        decimal => value,
        long or int or short or sbyte or ulong or uint or ushort or byte => Convert.ToDecimal(value, CultureInfo.InvariantCulture),
        _ => throw NotDecimal(Inspection.Inspect(value)),
    };

    private static GraphQLException NotDecimal(string value) => new($"Decimal cannot represent value: {value}");
}
