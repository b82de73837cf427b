using Webox.Domain.Generations;
using Webox.Domain.Orders;
using Webox.Domain.Payments;
using Webox.GraphQL.Engine.Types;
using Webox.GraphQL.Engine.Types.Conventions;

namespace Webox.GraphQL;

/// <summary>What differs when the GraphQL server is our engine. Its twin is HotChocolate.cs; the project file takes one of them.</summary>
internal static class GraphQLServer
{
    /// <summary>
    /// Development shows the explorer to browsers. Elsewhere GET asks for a header that a page of another origin cannot send, or it could
    /// make a browser run expensive queries in its user's name.
    /// </summary>
    public static IRequestExecutorBuilder ConfigureTransports(this IRequestExecutorBuilder builder, IHostEnvironment environment) =>
        builder.ModifyServerOptions(options =>
        {
            options.ExplorerRoot = environment.IsDevelopment() ? Path.Combine(AppContext.BaseDirectory, "explorer") : null;
            options.RequirePreflightForGet = !environment.IsDevelopment();
        });

    /// <summary>The scalars that the specification does not define.</summary>
    public static IRequestExecutorBuilder AddScalars(this IRequestExecutorBuilder builder) =>
        builder.AddType(new ScalarType("CurrencyCode") { Description = "ISO 4217 code of a currency Webox sells in: `EUR`." });

    /// <summary>The unions of types that have nothing in common.</summary>
    public static IRequestExecutorBuilder AddUnions(this IRequestExecutorBuilder builder) =>
        builder.AddUnionType("ActivitySubject", typeof(Order), typeof(Payment), typeof(Generation));

    /// <summary>The schema in the schema definition language.</summary>
    public static ValueTask<string> PrintSchemaAsync(IServiceProvider services) =>
        ValueTask.FromResult(SchemaPrinter.Print(services.GetRequiredService<Schema>()));

    /// <summary>The names of the object types.</summary>
    public static ValueTask<IReadOnlyList<string>> ObjectTypesAsync(IServiceProvider services) => ValueTask.FromResult<IReadOnlyList<string>>(
        [.. services.GetRequiredService<Schema>().Types.OfType<ObjectType>().Select(type => type.Name)]);

    /// <summary>The opaque id of an object.</summary>
    public static ValueTask<string> WriteIdAsync(IServiceProvider services, string typeName, Guid key) =>
        ValueTask.FromResult(NodeId.Encode(typeName, key.ToString("N")));

    /// <summary>The key in the opaque id of an object. Null when it is no id of that type.</summary>
    public static ValueTask<Guid?> ReadIdAsync(IServiceProvider services, string typeName, string id) => ValueTask.FromResult<Guid?>(
        NodeId.TryDecode(id, out var type, out var value) && type == typeName && Guid.TryParse(value, out var key) ? key : null);
}
