using System.Globalization;
using Webox.GraphQL.Engine.Types.Annotated;

namespace Webox.GraphQL.Engine.Types.Conventions;

/// <summary>The value inside an id as text, and back.</summary>
internal static class IdValue
{
    public static Func<object, string> Formatter(Type type)
    {
        if (SingleValue.Find(type) is not { } wrapper)
        {
            return Format;
        }

        return value => Format(wrapper.Unwrap(value)!);
    }

    /// <summary>Reads a value of <paramref name="type"/>; gives null for text that is none. Null: such a type cannot be an id.</summary>
    public static Func<string, object?>? FindParser(Type type)
    {
        if (type == typeof(string) || type == typeof(object))
        {
            return text => text;
        }

        if (type == typeof(Guid))
        {
            return text => Guid.TryParseExact(text, "N", out var value) || Guid.TryParseExact(text, "D", out value) ? value : null;
        }

        if (type == typeof(int))
        {
            return text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;
        }

        if (type == typeof(long))
        {
            return text => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;
        }

        return SingleValue.Find(type) is { } wrapper && FindParser(wrapper.InnerType) is { } inner
            ? text => inner(text) is { } value ? wrapper.Wrap(value) : null
            : null;
    }

    private static string Format(object value) => value switch
    {
        Guid guid => guid.ToString("N"),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
