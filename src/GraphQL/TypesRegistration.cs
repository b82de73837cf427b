using System.Reflection;

namespace Webox.GraphQL;

internal static class TypesRegistration
{
    private static readonly MethodInfo AddLoader = typeof(GraphQLServer).GetMethod(nameof(GraphQLServer.AddLoader))!;

    /// <summary>Every class of this assembly that says of itself, by an attribute, that it adds fields, and every DataLoader.</summary>
    public static IRequestExecutorBuilder AddTypes(this IRequestExecutorBuilder builder)
    {
        foreach (var type in typeof(TypesRegistration).Assembly.GetTypes().Where(type => type.IsClass).OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            if (type.GetCustomAttributes(inherit: false).Any(AddsFields))
            {
                builder.AddTypeExtension(type);
            }
            else if (!type.IsAbstract && type.GetInterfaces().Any(port => Is(port, typeof(IDataLoader<,>))))
            {
                AddLoader.MakeGenericMethod(type).Invoke(null, [builder]);
            }
        }

        return builder;
    }

    private static bool AddsFields(object attribute) =>
        attribute is QueryTypeAttribute or MutationTypeAttribute or SubscriptionTypeAttribute || Is(attribute.GetType(), typeof(ExtendObjectTypeAttribute<>));

    private static bool Is(Type type, Type open) => type.IsGenericType && type.GetGenericTypeDefinition() == open;
}
