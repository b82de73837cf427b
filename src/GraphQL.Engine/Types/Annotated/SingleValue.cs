using System.Linq.Expressions;
using System.Reflection;

namespace Webox.GraphQL.Engine.Types.Annotated;

/// <summary>A type around one value, as typed ids are: <c>record struct OrderId(Guid Value)</c>.</summary>
/// <param name="InnerType">Type of the value inside.</param>
internal sealed record SingleValue(Type InnerType, Func<object, object?> Unwrap, Func<object, object> Wrap)
{
    private static readonly Type[] Inner = [typeof(Guid), typeof(string), typeof(int), typeof(long)];

    /// <summary>Null: <paramref name="type"/> is no such type.</summary>
    public static SingleValue? Find(Type type)
    {
        if (NetTypes.IsSystem(type) || type.IsEnum || type.GetProperties(BindingFlags.Public | BindingFlags.Instance) is not [var property])
        {
            return null;
        }

        var constructor = type.GetConstructors()
            .FirstOrDefault(candidate => candidate.GetParameters() is [var parameter] && parameter.ParameterType == property.PropertyType);
        return constructor is not null && Inner.Contains(property.PropertyType)
            ? new SingleValue(property.PropertyType, Reader(property), Maker(constructor, property.PropertyType))
            : null;
    }

    private static Func<object, object?> Reader(PropertyInfo property)
    {
        var value = Expression.Parameter(typeof(object));
        var read = Expression.Property(Expression.Convert(value, property.DeclaringType!), property);
        return Expression.Lambda<Func<object, object?>>(Expression.Convert(read, typeof(object)), value).Compile();
    }

    private static Func<object, object> Maker(ConstructorInfo constructor, Type innerType)
    {
        var value = Expression.Parameter(typeof(object));
        var made = Expression.New(constructor, Expression.Convert(value, innerType));
        return Expression.Lambda<Func<object, object>>(Expression.Convert(made, typeof(object)), value).Compile();
    }
}
