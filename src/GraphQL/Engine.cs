using System.Globalization;
using System.Text.Json;
using Webox.Application.Operations;
using Webox.Domain.Generations;
using Webox.Domain.Orders;
using Webox.Domain.Payments;
using Webox.GraphQL.Engine.Execution.Costs;
using Webox.GraphQL.Engine.Types;
using Webox.GraphQL.Engine.Types.Conventions;
using Webox.GraphQL.Security;

namespace Webox.GraphQL;

/// <summary>What differs when the GraphQL server is our engine. Its twin is HotChocolate.cs; the project file takes one of them.</summary>
internal static class GraphQLServer
{
    private const int CostPerMinuteMax = 1_000_000_000;
    private const int DefaultCostPerMinute = 20_000;

    /// <summary>An address that nobody has signed in from may spend this part of what a user may.</summary>
    private const int AnonymousShare = 4;

    /// <summary>
    /// Development shows the explorer to browsers. Elsewhere GET asks for a header that a page of another origin cannot send, or it could
    /// make a browser run expensive queries in its user's name. Sockets ask for an allowed origin here, as CORS says nothing of them.
    /// </summary>
    public static IRequestExecutorBuilder ConfigureTransports(this IRequestExecutorBuilder builder, IConfiguration configuration, IHostEnvironment environment) =>
        builder.ModifyServerOptions(options =>
        {
            options.ExplorerRoot = environment.IsDevelopment() ? Path.Combine(AppContext.BaseDirectory, "explorer") : null;
            options.RequirePreflightForGet = !environment.IsDevelopment();
            foreach (var origin in AllowedOrigins.Read(configuration))
            {
                options.AllowedOrigins.Add(origin);
            }
        });

    /// <summary>
    /// What a client may spend (<c>WEBOX_GRAPHQL_COST_PER_MINUTE</c>) and which documents it may send (<c>WEBOX_TRUSTED_DOCUMENTS</c>). Decision
    /// 0014 says why so much.
    /// </summary>
    /// <exception cref="StartRefusedException">A setting cannot be used.</exception>
    public static IRequestExecutorBuilder ConfigureRequests(this IRequestExecutorBuilder builder, IConfiguration configuration, IHostEnvironment environment)
    {
        var costPerMinute = ReadCostPerMinute(configuration["WEBOX_GRAPHQL_COST_PER_MINUTE"], environment);
        if (costPerMinute > 0)
        {
            // Behind a proxy all visitors have one address, its own.
            var hasProxy = configuration["WEBOX_PUBLIC_URL"] is { Length: > 0 };
            builder.ModifyRequestOptions(options => options.CostBudget = new CostBudgetOptions
            {
                UserPointsPerMinute = costPerMinute,
                AnonymousPointsPerMinute = hasProxy ? CostPerMinuteMax : Math.Max(costPerMinute / AnonymousShare, 1),
            });
        }

        return configuration["WEBOX_TRUSTED_DOCUMENTS"] is { Length: > 0 } path ? builder.TrustOnly(path) : builder;
    }

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

    /// <returns>In points. 0: no limit, the default in Development, where tests and demonstrations come from one address.</returns>
    private static int ReadCostPerMinute(string? text, IHostEnvironment environment)
    {
        if (string.IsNullOrEmpty(text))
        {
            return environment.IsDevelopment() ? 0 : DefaultCostPerMinute;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var points) && points <= CostPerMinuteMax
            ? points
            : throw new StartRefusedException($"WEBOX_GRAPHQL_COST_PER_MINUTE: It must be a whole number from 0 to {CostPerMinuteMax}.");
    }

    private static IRequestExecutorBuilder TrustOnly(this IRequestExecutorBuilder builder, string path)
    {
        try
        {
            return builder
                .AddOperationDocumentManifest(path)
                .ModifyRequestOptions(options => options.PersistedOperations.OnlyAllowPersistedDocuments = true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"WEBOX_TRUSTED_DOCUMENTS: {path} cannot be read.");
        }
        catch (Exception exception) when (exception is JsonException or GraphQLException)
        {
            throw new StartRefusedException($"WEBOX_TRUSTED_DOCUMENTS: {path} holds no documents: {exception.Message}");
        }
    }
}
