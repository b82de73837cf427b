using System.Linq.Expressions;
using System.Reflection;
using Webox.GraphQL.Engine.Execution;
using Webox.GraphQL.Engine.Types.Scalars;

namespace Webox.GraphQL.Engine.Types.Annotated;

/// <summary>Compiles properties that JSON has a word for into code that writes them.</summary>
internal static class LeafMemberWriters
{
    /// <returns>Null where the scalar has more to do than to write the value as it is.</returns>
    public static LeafMemberWriter? Find(PropertyInfo property, GraphType type) => (type.Nullable, property.PropertyType) switch
    {
        (var scalar, var clr) when ReferenceEquals(scalar, BuiltInScalars.Int) && clr == typeof(int) => Number<int>(property),
        (var scalar, var clr) when ReferenceEquals(scalar, BuiltInScalars.Float) && clr == typeof(double) => Float(property),
        (var scalar, var clr) when ReferenceEquals(scalar, BuiltInScalars.Boolean) && clr == typeof(bool) => Boolean(property),
        (var scalar, var clr) when ReferenceEquals(scalar, BuiltInScalars.String) && clr == typeof(string) => Text(property),
        _ => null,
    };

    private static LeafMemberWriter Number<T>(PropertyInfo property)
        where T : IUtf8SpanFormattable
    {
        var read = Reader<T>(property);
        return (parent, buffer) =>
        {
            buffer.WriteNumber(read(parent));
            return true;
        };
    }

    private static LeafMemberWriter Float(PropertyInfo property)
    {
        var read = Reader<double>(property);
        return (parent, buffer) =>
        {
            // What JSON has no word for is left to those who know how to refuse it.
            var number = read(parent);
            if (!double.IsFinite(number))
            {
                return false;
            }

            buffer.WriteNumber(number);
            return true;
        };
    }

    private static LeafMemberWriter Boolean(PropertyInfo property)
    {
        var read = Reader<bool>(property);
        return (parent, buffer) =>
        {
            buffer.WriteRaw(read(parent) ? "true"u8 : "false"u8);
            return true;
        };
    }

    private static LeafMemberWriter Text(PropertyInfo property)
    {
        var read = Reader<string?>(property);
        return (parent, buffer) =>
        {
            if (read(parent) is not { } text)
            {
                return false;
            }

            buffer.WriteString(text);
            return true;
        };
    }

    private static Func<object, T> Reader<T>(PropertyInfo property)
    {
        var parent = Expression.Parameter(typeof(object));
        return Expression.Lambda<Func<object, T>>(Expression.Property(Expression.Convert(parent, property.DeclaringType!), property), parent).Compile();
    }
}
