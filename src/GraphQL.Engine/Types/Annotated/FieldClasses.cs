using System.Reflection;
using Webox.GraphQL.Engine.Annotations;

namespace Webox.GraphQL.Engine.Types.Annotated;

/// <summary>Static classes whose methods are fields of a type.</summary>
internal static class FieldClasses
{
    public static bool Is(Type type) =>
        IsOf<QueryTypeAttribute>(type) || IsOf<MutationTypeAttribute>(type) || IsOf<SubscriptionTypeAttribute>(type) || ExtendedType(type) is not null;

    public static bool IsOf<TAttribute>(Type type)
        where TAttribute : Attribute => type.IsDefined(typeof(TAttribute), inherit: false);

    /// <summary>The <c>T</c> of <see cref="ExtendObjectTypeAttribute{T}"/>. Null: the class extends none.</summary>
    public static Type? ExtendedType(Type type) => Attributes.Of(type).FindTypeArgument(typeof(ExtendObjectTypeAttribute<>));

    /// <summary>Names of properties that extensions hide.</summary>
    public static IReadOnlyList<string> IgnoredProperties(Type type) =>
        type.GetCustomAttributes(inherit: false)
            .FirstOrDefault(attribute => attribute.GetType() is { IsGenericType: true } of && of.GetGenericTypeDefinition() == typeof(ExtendObjectTypeAttribute<>))
            is { } found
            ? (string[]?)found.GetType().GetProperty(nameof(ExtendObjectTypeAttribute<>.IgnoreProperties))!.GetValue(found) ?? []
            : [];

    /// <summary>Public static methods that are fields.</summary>
    public static IEnumerable<MethodInfo> Methods(Type type) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(method => !method.IsSpecialName && !method.IsDefined(typeof(GraphQLIgnoreAttribute)) && !method.IsDefined(typeof(NodeResolverAttribute)));
}
