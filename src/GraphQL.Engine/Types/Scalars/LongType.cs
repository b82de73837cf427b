using System.Globalization;
using System.Text.Json;
using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Types.Scalars;

/// <summary>
/// Whole numbers of at most 15 digits, which are exact even where all numbers are doubles; <see cref="long"/> at runtime.
/// </summary>
internal sealed class LongType : ScalarType
{
    private const long Max = 999_999_999_999_999;

    public LongType()
        : base("Long") => Description = "A whole number of at most 15 digits, exact in every client.";

    public override object? ParseLiteral(ValueNode literal, IReadOnlyDictionary<string, object?>? variables)
    {
        if (literal is not IntValueNode number)
        {
            throw NotWhole(Inspection.Inspect(literal));
        }

        return long.TryParse(number.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? InRange(value)
            : throw OutOfRange(number.Value);
    }

    public override object? ParseValue(JsonElement value)
    {
        if (Numbers.FromJson(value) is not { } number || !Numbers.IsWhole(number))
        {
            throw NotWhole(Inspection.Inspect(value));
        }

        return number is >= -Max and <= Max ? (long)number : throw OutOfRange(Inspection.Inspect(value));
    }

    public override object? Serialize(object value) => value switch
    {
        long or int or short or sbyte or uint or ushort or byte => InRange(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        _ => throw NotWhole(Inspection.Inspect(value)),
    };

    private static long InRange(long value) =>
        value is >= -Max and <= Max ? value : throw OutOfRange(value.ToString(CultureInfo.InvariantCulture));

    private static GraphQLException NotWhole(string value) => new($"Long cannot represent non-integer value: {value}");

    private static GraphQLException OutOfRange(string value) => new($"Long cannot represent a number of more than 15 digits: {value}");
}
