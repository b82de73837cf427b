using System.Collections;
using System.Reflection;
using Webox.GraphQL.Engine.Types.Pagination;

namespace Webox.GraphQL.Engine.Types.Annotated;

/// <summary>Questions about .NET types.</summary>
internal static class NetTypes
{
    /// <summary>The <c>T</c> of <c>Task&lt;T&gt;</c> and <c>ValueTask&lt;T&gt;</c>. Null: no such type.</summary>
    public static Type? AwaitedType(Type type) =>
        Is(type, typeof(Task<>)) || Is(type, typeof(ValueTask<>)) ? type.GetGenericArguments()[0] : null;

    /// <summary>The <c>T</c> of an array or other sequence. Null: a single value, as a string is.</summary>
    public static Type? ElementType(Type type)
    {
        if (type == typeof(string) || !type.IsAssignableTo(typeof(IEnumerable)))
        {
            return null;
        }

        return type.IsArray ? type.GetElementType() : Closing(type, typeof(IEnumerable<>))?.GetGenericArguments()[0];
    }

    /// <summary>The item type of <see cref="Connection{T}"/>. Null: no connection.</summary>
    public static Type? ConnectionItemType(Type type) => Is(type, typeof(Connection<>)) ? type.GetGenericArguments()[0] : null;

    /// <summary><paramref name="type"/> itself or the interface of it that is made from <paramref name="open"/>.</summary>
    public static Type? Closing(Type type, Type open) => Is(type, open) ? type : type.GetInterfaces().FirstOrDefault(candidate => Is(candidate, open));

    public static bool Is(Type type, Type open) => type.IsGenericType && type.GetGenericTypeDefinition() == open;

    /// <summary>Belongs to .NET itself.</summary>
    public static bool IsSystem(Type type) => type.Namespace is { } name && (name == "System" || name.StartsWith("System.", StringComparison.Ordinal));

    /// <summary>Public properties with a getter, those of base classes first, without those that .NET itself declares.</summary>
    public static IEnumerable<PropertyInfo> Properties(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Concat(type.IsInterface ? type.GetInterfaces().SelectMany(parent => parent.GetProperties()) : [])
            .Where(property => property.GetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0 && !IsSystem(property.DeclaringType!))
            .GroupBy(property => property.Name)
            .Select(group => group.MaxBy(property => Depth(property.DeclaringType!))!)
            .OrderBy(property => Depth(property.DeclaringType!));

    /// <summary>Public methods that give something, without those that .NET or the compiler declares.</summary>
    public static IEnumerable<MethodInfo> Methods(Type type) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.Instance).Where(method =>
            !IsSystem(method.GetBaseDefinition().DeclaringType!)
            && method is { IsSpecialName: false, IsGenericMethod: false }
            && method.ReturnType != typeof(void) && method.ReturnType != typeof(Task) && method.ReturnType != typeof(ValueTask)
            && method.Name is not ("Equals" or "CompareTo" or "<Clone>$" or "Deconstruct" or "GetEnumerator"));

    private static int Depth(Type type) => type.BaseType is { } parent ? 1 + Depth(parent) : 0;
}
