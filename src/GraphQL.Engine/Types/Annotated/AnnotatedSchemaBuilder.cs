using Microsoft.Extensions.DependencyInjection;
using Webox.GraphQL.Engine.Annotations;

namespace Webox.GraphQL.Engine.Types.Annotated;

/// <summary>Makes a schema of annotated .NET classes. All reflection happens here, once; what remains are compiled delegates.</summary>
public sealed class AnnotatedSchemaBuilder
{
    private readonly SchemaSettings _settings = new();

    /// <summary>The schema has queries, even when no class adds a field.</summary>
    public AnnotatedSchemaBuilder AddQueryType()
    {
        _settings.HasQuery = true;
        return this;
    }

    /// <summary>The schema has mutations, even when no class adds a field.</summary>
    public AnnotatedSchemaBuilder AddMutationType()
    {
        _settings.HasMutation = true;
        return this;
    }

    /// <summary>The schema has subscriptions, even when no class adds a field.</summary>
    public AnnotatedSchemaBuilder AddSubscriptionType()
    {
        _settings.HasSubscription = true;
        return this;
    }

    /// <summary>
    /// Adds a static class of fields (<see cref="QueryTypeAttribute"/>, <see cref="MutationTypeAttribute"/>,
    /// <see cref="SubscriptionTypeAttribute"/>, <see cref="ExtendObjectTypeAttribute{T}"/>), or a type of the schema itself: an object,
    /// an enum, an interface or a union.
    /// </summary>
    public AnnotatedSchemaBuilder AddType(Type type)
    {
        var list = FieldClasses.Is(type) ? _settings.Classes : _settings.Types;
        if (!list.Contains(type))
        {
            list.Add(type);
        }

        return this;
    }

    public AnnotatedSchemaBuilder AddType(ScalarType scalar)
    {
        _settings.Scalars.Add(scalar);
        return this;
    }

    /// <summary>Values of <paramref name="runtimeType"/> are shown and read by <paramref name="scalar"/>.</summary>
    public AnnotatedSchemaBuilder Bind(Type runtimeType, ScalarType scalar)
    {
        _settings.Bindings[runtimeType] = scalar;
        return this;
    }

    public AnnotatedSchemaBuilder AddEnumType<TEnum>(Action<IEnumTypeDescriptor<TEnum>> configure)
        where TEnum : struct, Enum
    {
        var descriptor = new EnumTypeDescriptor<TEnum>();
        configure(descriptor);
        _settings.Enums[typeof(TEnum)] = descriptor;
        return AddType(typeof(TEnum));
    }

    /// <summary>An interface or abstract class whose implementations are the members of a union.</summary>
    public AnnotatedSchemaBuilder AddUnionType(Type type)
    {
        _settings.Unions.Add(type);
        return AddType(type);
    }

    /// <summary>A union of classes that have nothing in common. Fields refer to it by <see cref="GraphQLTypeAttribute"/>.</summary>
    public AnnotatedSchemaBuilder AddUnionType(string name, params IReadOnlyList<Type> members)
    {
        _settings.NamedUnions[name] = members;
        return this;
    }

    /// <summary>A .NET interface or abstract class that is an interface of the schema.</summary>
    public AnnotatedSchemaBuilder AddInterfaceType(Type type)
    {
        _settings.Interfaces.Add(type);
        return AddType(type);
    }

    /// <summary>Mutations take one <c>input</c> and return a payload with the result and its declared errors.</summary>
    /// <param name="applyToAllMutations">False: only to those with <see cref="UseMutationConventionAttribute"/>.</param>
    public AnnotatedSchemaBuilder UseMutationConventions(bool applyToAllMutations = true)
    {
        _settings.MutationConventions = applyToAllMutations;
        return this;
    }

    /// <summary>Ids are opaque and name their type; <c>node(id:)</c> finds objects by them. https://relay.dev/graphql/objectidentification.htm</summary>
    public AnnotatedSchemaBuilder UseGlobalObjectIdentification()
    {
        _settings.GlobalObjectIdentification = true;
        return this;
    }

    /// <summary>The schema has <see cref="IncrementalDirectives"/>.</summary>
    public AnnotatedSchemaBuilder UseIncrementalDelivery()
    {
        _settings.IncrementalDelivery = true;
        return this;
    }

    /// <param name="services">Tells which parameters of resolvers are services; all others are arguments.</param>
    /// <exception cref="SchemaException">The classes make no sound schema. It lists every problem.</exception>
    public Schema Build(IServiceProviderIsService? services = null)
    {
        var schema = new SchemaContext(_settings, services).Build();
        return SchemaValidator.Validate(schema) is { Count: > 0 } errors
            ? throw new SchemaException([.. errors.Select(error => error.Message)])
            : schema;
    }
}
