using System.Collections;
using System.Globalization;
using System.Reflection;

namespace Webox.GraphQL.Engine.Types.Annotated;

/// <summary>Turns a coerced argument into the .NET type of a parameter or property.</summary>
internal static class ValueConversion
{
    private static readonly MethodInfo ToArrayMethod = typeof(ValueConversion).GetMethod(nameof(ToArray), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <param name="leaf">Converts a single value that is not null, instead of the rules here. Null: none.</param>
    public static Func<object?, object?> To(Type target, Func<object, object?>? leaf)
    {
        if (Nullable.GetUnderlyingType(target) is { } inner)
        {
            return To(inner, leaf);
        }

        if (leaf is not null && NetTypes.ElementType(target) is null)
        {
            return value => value is null ? null : leaf(value);
        }

        return NetTypes.ElementType(target) is { } element ? ToList(target, element, leaf) : value => ToSingle(value, target);
    }

    private static Func<object?, object?> ToList(Type target, Type element, Func<object, object?>? leaf)
    {
        var convertItem = To(element, leaf);
        var toArray = ToArrayMethod.MakeGenericMethod(element).CreateDelegate<Func<object, Func<object?, object?>, object>>();
        if (target.IsAssignableFrom(element.MakeArrayType()))
        {
            return value => value is null ? null : toArray(value, convertItem);
        }

        var constructor = target.GetConstructor([typeof(IEnumerable<>).MakeGenericType(element)])
            ?? throw new SchemaException($"{target} cannot be made of a list. Take IReadOnlyList<T>.");
        return value => value is null ? null : constructor.Invoke([toArray(value, convertItem)]);
    }

    private static T[] ToArray<T>(object value, Func<object?, object?> convert) =>
        value is IEnumerable items and not string ? items.Cast<object?>().Select(item => (T)convert(item)!).ToArray() : new[] { (T)convert(value)! };

    private static object? ToSingle(object? value, Type target) => value switch
    {
        null => null,
        _ when target.IsInstanceOfType(value) => value,
        DateTimeOffset time when target == typeof(DateTime) => time.UtcDateTime,
        DateTime time when target == typeof(DateTimeOffset) => new DateTimeOffset(time),
        string text when target == typeof(Guid) => Guid.Parse(text, CultureInfo.InvariantCulture),
        string text when target == typeof(Uri) => new Uri(text, UriKind.RelativeOrAbsolute),
        string text when target.IsEnum => Enum.Parse(target, text),
        IConvertible number when typeof(IConvertible).IsAssignableFrom(target) => Convert.ChangeType(number, target, CultureInfo.InvariantCulture),
        _ => throw new InvalidCastException($"A {value.GetType()} is no {target}."),
    };
}
