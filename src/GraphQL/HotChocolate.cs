using Webox.Application.Operations;
using Webox.Domain.Generations;
using Webox.Domain.Orders;
using Webox.Domain.Payments;

namespace Webox.GraphQL;

/// <summary>What differs when the GraphQL server is HotChocolate 15. Its twin is Engine.cs; the project file takes one of them.</summary>
internal static class GraphQLServer
{
    /// <summary>Nothing: HotChocolate brings an explorer of its own.</summary>
    public static IRequestExecutorBuilder ConfigureTransports(this IRequestExecutorBuilder builder, IConfiguration configuration, IHostEnvironment environment) => builder;

    /// <summary>HotChocolate has no budgets, and its documents are kept otherwise: neither is configured here.</summary>
    /// <exception cref="StartRefusedException">A setting asks for one of both.</exception>
    public static IRequestExecutorBuilder ConfigureRequests(this IRequestExecutorBuilder builder, IConfiguration configuration, IHostEnvironment environment)
    {
        string[] unsupported = ["WEBOX_GRAPHQL_COST_PER_MINUTE", "WEBOX_TRUSTED_DOCUMENTS"];
        return Array.Find(unsupported, name => configuration[name] is { Length: > 0 }) is { } name
            ? throw new StartRefusedException($"{name}: It has no effect with HotChocolate. Remove it.")
            : builder;
    }

    /// <summary>The scalars that the specification does not define.</summary>
    public static IRequestExecutorBuilder AddScalars(this IRequestExecutorBuilder builder) =>
        builder.AddType(new StringType("CurrencyCode", "ISO 4217 code of a currency Webox sells in: `EUR`."));

    /// <summary>The unions of types that have nothing in common.</summary>
    public static IRequestExecutorBuilder AddUnions(this IRequestExecutorBuilder builder) => builder.AddUnionType(union => union
        .Name("ActivitySubject").Type<ObjectType<Order>>().Type<ObjectType<Payment>>().Type<ObjectType<Generation>>());

    /// <summary>The schema in the schema definition language.</summary>
    public static async ValueTask<string> PrintSchemaAsync(IServiceProvider services) =>
        (await services.GetRequiredService<IRequestExecutorResolver>().GetRequestExecutorAsync()).Schema.Print();

    /// <summary>The names of the object types.</summary>
    public static async ValueTask<IReadOnlyList<string>> ObjectTypesAsync(IServiceProvider services)
    {
        var executor = await services.GetRequiredService<IRequestExecutorResolver>().GetRequestExecutorAsync();
        return [.. executor.Schema.Types.OfType<ObjectType>().Select(type => type.Name)];
    }

    /// <summary>The opaque id of an object.</summary>
    public static async ValueTask<string> WriteIdAsync(IServiceProvider services, string typeName, Guid key)
    {
        var executor = await services.GetRequiredService<IRequestExecutorResolver>().GetRequestExecutorAsync();
        return executor.Schema.Services.GetRequiredService<INodeIdSerializer>().Format(typeName, key);
    }

    /// <summary>The key in the opaque id of an object. Null when it is no id of that type.</summary>
    public static async ValueTask<Guid?> ReadIdAsync(IServiceProvider services, string typeName, string id)
    {
        var executor = await services.GetRequiredService<IRequestExecutorResolver>().GetRequestExecutorAsync();
        try
        {
            var node = executor.Schema.Services.GetRequiredService<INodeIdSerializer>().Parse(id, typeof(Guid));
            return node.TypeName == typeName && node.InternalId is Guid key ? key : null;
        }
        catch (GraphQLException)
        {
            return null;
        }
    }
}
