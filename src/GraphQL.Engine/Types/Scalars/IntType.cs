using System.Globalization;
using System.Text.Json;
using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Types.Scalars;

/// <summary>32-bit whole numbers; <see cref="int"/> at runtime. https://spec.graphql.org/September2025/#sec-Int</summary>
internal sealed class IntType() : ScalarType("Int")
{
    public override object? ParseLiteral(ValueNode literal, IReadOnlyDictionary<string, object?>? variables)
    {
        if (literal is not IntValueNode number)
        {
            throw NotWhole(Inspection.Inspect(literal));
        }

        return int.TryParse(number.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw OutOfRange(number.Value);
    }

    // 1.0 is whole: JSON knows only one kind of number.
    public override object? ParseValue(JsonElement value) => ToInt32(Numbers.FromJson(value), () => Inspection.Inspect(value));

    public override object? Serialize(object value) =>
        value is int ? value : ToInt32(Numbers.FromResult(value), () => Inspection.Inspect(value));

    private static int ToInt32(double? number, Func<string> describe)
    {
        if (number is not { } value || !Numbers.IsWhole(value))
        {
            throw NotWhole(describe());
        }

        return value is >= int.MinValue and <= int.MaxValue ? (int)value : throw OutOfRange(describe());
    }

    private static GraphQLException NotWhole(string value) => new($"Int cannot represent non-integer value: {value}");

    private static GraphQLException OutOfRange(string value) => new($"Int cannot represent non 32-bit signed integer value: {value}");
}
