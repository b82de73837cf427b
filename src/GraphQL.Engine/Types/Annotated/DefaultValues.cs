using System.Collections;
using System.Globalization;
using System.Reflection;
using Webox.GraphQL.Engine.Annotations;
using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Types.Annotated;

/// <summary>Defaults of C# as literals of the schema.</summary>
internal static class DefaultValues
{
    private static readonly Location Nowhere = new(1, 1);

    /// <summary>The default that is written down for <paramref name="parameter"/>. Null: none, or null.</summary>
    public static object? Of(ParameterInfo? parameter, Attributes attributes)
    {
        if (attributes.Find<DefaultValueAttribute>() is { } given)
        {
            return given.Value;
        }

        if (parameter is not { HasDefaultValue: true })
        {
            return null;
        }

        // The compiler keeps the default of a nullable enum as its number.
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        return parameter.DefaultValue is { } value && type.IsEnum ? Enum.ToObject(type, value) : parameter.DefaultValue;
    }

    /// <exception cref="SchemaException">A value of <paramref name="type"/> cannot be written as a literal.</exception>
    public static ValueNode ToLiteral(object? value, GraphType type) => (value, type.Nullable) switch
    {
        (null, _) => new NullValueNode(Nowhere),
        (_, EnumType enumType) => new EnumValueNode(EnumValue(value, enumType), Nowhere),
        (bool flag, _) => new BooleanValueNode(flag, Nowhere),
        (string text, _) => new StringValueNode(text, Block: false, Nowhere),
        (Guid id, _) => new StringValueNode(id.ToString(), Block: false, Nowhere),
        (IEnumerable items, ListType list) => new ListValueNode([.. items.Cast<object?>().Select(item => ToLiteral(item, list.OfType))], Nowhere),
        (float or double or decimal, _) => new FloatValueNode(Decimal((IFormattable)value), Nowhere),
        (IFormattable number, _) when value.GetType().IsPrimitive => new IntValueNode(number.ToString(null, CultureInfo.InvariantCulture), Nowhere),
        _ => throw new SchemaException($"A default of {value.GetType()} cannot be written as {type}."),
    };

    private static string EnumValue(object value, EnumType type) =>
        type.Find(value)?.Name ?? throw new SchemaException($"The default {value} is no value of {type}.");

    private static string Decimal(IFormattable number)
    {
        var text = number.ToString(null, CultureInfo.InvariantCulture);
        return text.AsSpan().IndexOfAny(".Ee") < 0 ? text + ".0" : text;
    }
}
