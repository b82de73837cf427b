using Webox.GraphQL.Engine.Annotations;
using Webox.GraphQL.Engine.Hosting;
using Webox.GraphQL.Engine.Types;
using Webox.GraphQL.Engine.Types.Annotated;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Says what the schema is made of.</summary>
public static class SchemaRequestExecutorBuilderExtensions
{
    /// <summary>The schema has queries. Their fields are in the classes with <see cref="QueryTypeAttribute"/>.</summary>
    public static IRequestExecutorBuilder AddQueryType(this IRequestExecutorBuilder builder) =>
        builder.ConfigureSchema(schema => schema.AddQueryType());

    /// <summary>The schema has mutations. Their fields are in the classes with <see cref="MutationTypeAttribute"/>.</summary>
    public static IRequestExecutorBuilder AddMutationType(this IRequestExecutorBuilder builder) =>
        builder.ConfigureSchema(schema => schema.AddMutationType());

    /// <summary>The schema has subscriptions. Their fields are in the classes with <see cref="SubscriptionTypeAttribute"/>.</summary>
    public static IRequestExecutorBuilder AddSubscriptionType(this IRequestExecutorBuilder builder) =>
        builder.ConfigureSchema(schema => schema.AddSubscriptionType());

    /// <summary>Adds the fields of a static class.</summary>
    public static IRequestExecutorBuilder AddTypeExtension(this IRequestExecutorBuilder builder, Type type) =>
        builder.ConfigureSchema(schema => schema.AddType(type));

    /// <inheritdoc cref="AddTypeExtension(IRequestExecutorBuilder, Type)"/>
    public static IRequestExecutorBuilder AddTypeExtension<T>(this IRequestExecutorBuilder builder) => builder.AddTypeExtension(typeof(T));

    /// <inheritdoc cref="AnnotatedSchemaBuilder.AddType(Type)"/>
    public static IRequestExecutorBuilder AddType(this IRequestExecutorBuilder builder, Type type) =>
        builder.ConfigureSchema(schema => schema.AddType(type));

    /// <inheritdoc cref="AnnotatedSchemaBuilder.AddType(Type)"/>
    public static IRequestExecutorBuilder AddType<T>(this IRequestExecutorBuilder builder) => builder.AddType(typeof(T));

    /// <summary>Adds a custom scalar.</summary>
    public static IRequestExecutorBuilder AddType(this IRequestExecutorBuilder builder, ScalarType scalar) =>
        builder.ConfigureSchema(schema => schema.AddType(scalar));

    /// <summary>Adds an enum whose names do not all follow the conventions.</summary>
    public static IRequestExecutorBuilder AddEnumType<TEnum>(this IRequestExecutorBuilder builder, Action<IEnumTypeDescriptor<TEnum>> configure)
        where TEnum : struct, Enum => builder.ConfigureSchema(schema => schema.AddEnumType(configure));

    /// <inheritdoc cref="AnnotatedSchemaBuilder.AddUnionType(Type)"/>
    public static IRequestExecutorBuilder AddUnionType<T>(this IRequestExecutorBuilder builder) =>
        builder.ConfigureSchema(schema => schema.AddUnionType(typeof(T)));

    /// <inheritdoc cref="AnnotatedSchemaBuilder.AddUnionType(string, IReadOnlyList{Type})"/>
    public static IRequestExecutorBuilder AddUnionType(this IRequestExecutorBuilder builder, string name, params IReadOnlyList<Type> members) =>
        builder.ConfigureSchema(schema => schema.AddUnionType(name, members));

    /// <inheritdoc cref="AnnotatedSchemaBuilder.AddInterfaceType(Type)"/>
    public static IRequestExecutorBuilder AddInterfaceType<T>(this IRequestExecutorBuilder builder) =>
        builder.ConfigureSchema(schema => schema.AddInterfaceType(typeof(T)));

    /// <summary>Values of <typeparamref name="TRuntime"/> are shown and read by <paramref name="scalar"/>.</summary>
    public static IRequestExecutorBuilder BindRuntimeType<TRuntime>(this IRequestExecutorBuilder builder, ScalarType scalar) =>
        builder.ConfigureSchema(schema => schema.Bind(typeof(TRuntime), scalar));

    /// <summary>Values of <typeparamref name="TRuntime"/> are shown and read by <typeparamref name="TScalar"/>.</summary>
    public static IRequestExecutorBuilder BindRuntimeType<TRuntime, TScalar>(this IRequestExecutorBuilder builder)
        where TScalar : ScalarType, new() => builder.BindRuntimeType<TRuntime>(new TScalar());

    /// <inheritdoc cref="AnnotatedSchemaBuilder.UseMutationConventions"/>
    public static IRequestExecutorBuilder AddMutationConventions(this IRequestExecutorBuilder builder, bool applyToAllMutations = true) =>
        builder.ConfigureSchema(schema => schema.UseMutationConventions(applyToAllMutations));

    /// <inheritdoc cref="AnnotatedSchemaBuilder.UseGlobalObjectIdentification"/>
    public static IRequestExecutorBuilder AddGlobalObjectIdentification(this IRequestExecutorBuilder builder) =>
        builder.ConfigureSchema(schema => schema.UseGlobalObjectIdentification());

    private static IRequestExecutorBuilder ConfigureSchema(this IRequestExecutorBuilder builder, Action<AnnotatedSchemaBuilder> configure)
    {
        configure(((RequestExecutorBuilder)builder).Schema);
        return builder;
    }
}
