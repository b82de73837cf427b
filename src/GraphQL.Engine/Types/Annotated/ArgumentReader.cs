using System.Linq.Expressions;
using System.Reflection;

namespace Webox.GraphQL.Engine.Types.Annotated;

/// <summary>Reads coerced values by name: arguments of a field, or fields of an input object.</summary>
internal static class ArgumentReader
{
    private static readonly MethodInfo ReadMethod = typeof(ArgumentReader).GetMethod(nameof(Read), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <param name="values">An <c>IReadOnlyDictionary&lt;string, object?&gt;</c>.</param>
    /// <param name="absent">What the value is when none was given and the schema has no default.</param>
    public static Expression ReadExpression(Expression values, string name, Type type, Func<object?, object?> convert, object? absent) =>
        Expression.Call(
            ReadMethod.MakeGenericMethod(type),
            values,
            Expression.Constant(name),
            Expression.Constant(convert),
            absent is null ? Expression.Default(type) : Expression.Convert(Expression.Constant(absent), type));

    private static T Read<T>(IReadOnlyDictionary<string, object?> values, string name, Func<object?, object?> convert, T absent) =>
        values.TryGetValue(name, out var value) ? (T)convert(value)! : absent;
}
