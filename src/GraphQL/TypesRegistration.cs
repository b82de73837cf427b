using System.Reflection;

namespace Webox.GraphQL;

internal static class TypesRegistration
{
    private static readonly MethodInfo AddLoader = typeof(TypesRegistration).GetMethod(nameof(AddLoaderOf), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>
    /// Every class of this assembly that says of itself, by an attribute, that it adds fields, and every DataLoader; and the root types
    /// that have fields.
    /// </summary>
    public static IRequestExecutorBuilder AddTypes(this IRequestExecutorBuilder builder)
    {
        var classes = typeof(TypesRegistration).Assembly.GetTypes().Where(type => type.IsClass).OrderBy(type => type.FullName, StringComparer.Ordinal).ToList();
        builder.AddQueryType().AddMutationType();
        if (classes.Exists(type => type.IsDefined(typeof(SubscriptionTypeAttribute), inherit: false)))
        {
            builder.AddSubscriptionType();
        }

        foreach (var type in classes)
        {
            if (type.GetCustomAttributes(inherit: false).Any(AddsFields))
            {
                builder.AddTypeExtension(type);
            }
            else if (!type.IsAbstract && typeof(IDataLoader).IsAssignableFrom(type))
            {
                AddLoader.MakeGenericMethod(type).Invoke(null, [builder]);
            }
        }

        return builder;
    }

    private static bool AddsFields(object attribute) =>
        attribute is QueryTypeAttribute or MutationTypeAttribute or SubscriptionTypeAttribute
        || (attribute.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(ExtendObjectTypeAttribute<>));

    private static void AddLoaderOf<T>(IRequestExecutorBuilder builder)
        where T : class, IDataLoader => builder.AddDataLoader<T>();
}
