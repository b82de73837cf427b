using System.Reflection;
using Webox.GraphQL.Engine.Annotations;

namespace Webox.GraphQL.Engine.Types.Annotated;

/// <summary>The attributes of a type, member or parameter. A record's positional parameter and the property made from it count as one.</summary>
internal sealed class Attributes
{
    private readonly object[] _all;

    private Attributes(IEnumerable<ICustomAttributeProvider> sources) =>
        _all = [.. sources.SelectMany(source => source.GetCustomAttributes(inherit: false))];

    /// <summary>From <see cref="GraphQLNameAttribute"/>.</summary>
    public string? Name => Find<GraphQLNameAttribute>()?.Name;

    /// <summary>From <see cref="GraphQLDescriptionAttribute"/>.</summary>
    public string? Description => Find<GraphQLDescriptionAttribute>()?.Description;

    public string? DeprecationReason =>
        Find<GraphQLDeprecatedAttribute>()?.Reason ?? (Find<ObsoleteAttribute>() is { } obsolete ? obsolete.Message ?? "No longer supported." : null);

    public bool Ignored => Has<GraphQLIgnoreAttribute>();

    public static Attributes Of(params IReadOnlyList<ICustomAttributeProvider> sources) => new(sources);

    public static Attributes Of(PropertyInfo property) =>
        PositionalParameter(property) is { } parameter ? new([property, parameter]) : new([property]);

    public static Attributes Of(ParameterInfo parameter) =>
        parameter.Member is ConstructorInfo { DeclaringType: { } type } && type.GetProperty(parameter.Name!) is { } property
            ? new([parameter, property])
            : new([parameter]);

    public bool Has<T>()
        where T : Attribute => _all.Any(attribute => attribute is T);

    public T? Find<T>()
        where T : Attribute => _all.OfType<T>().FirstOrDefault();

    public IEnumerable<T> All<T>()
        where T : Attribute => _all.OfType<T>();

    /// <summary>The <c>T</c> of an attribute <c>Foo&lt;T&gt;</c>. Null: there is none.</summary>
    public Type? FindTypeArgument(Type openAttribute) => TypeArguments(openAttribute).FirstOrDefault();

    /// <summary>The <c>T</c> of each attribute <c>Foo&lt;T&gt;</c>, as declared.</summary>
    public IEnumerable<Type> TypeArguments(Type openAttribute) =>
        from attribute in _all
        let type = attribute.GetType()
        where type.IsGenericType && type.GetGenericTypeDefinition() == openAttribute
        select type.GetGenericArguments()[0];

    private static ParameterInfo? PositionalParameter(PropertyInfo property) =>
        property.DeclaringType!.GetConstructors()
            .SelectMany(constructor => constructor.GetParameters())
            .FirstOrDefault(parameter => parameter.Name == property.Name && parameter.ParameterType == property.PropertyType);
}
