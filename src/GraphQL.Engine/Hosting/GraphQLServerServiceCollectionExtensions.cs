using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Webox.GraphQL.Engine;
using Webox.GraphQL.Engine.DataLoaders;
using Webox.GraphQL.Engine.Execution;
using Webox.GraphQL.Engine.Hosting;
using Webox.GraphQL.Engine.Types;
using Webox.GraphQL.Engine.Types.Annotated;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the GraphQL server.</summary>
public static class GraphQLServerServiceCollectionExtensions
{
    /// <summary>
    /// Registers a GraphQL server: its <see cref="Schema"/>, which is made once and at the latest when the host starts, and its
    /// <see cref="IRequestExecutor"/>. Called again, it configures the same server further.
    /// </summary>
    public static IRequestExecutorBuilder AddGraphQLServer(this IServiceCollection services)
    {
        if (services.FirstOrDefault(service => service.ServiceType == typeof(RequestExecutorBuilder)) is { ImplementationInstance: RequestExecutorBuilder existing })
        {
            return existing;
        }

        var builder = new RequestExecutorBuilder("Default", services, new AnnotatedSchemaBuilder());
        services.AddSingleton(builder);
        services.AddOptions<RequestExecutorOptions>();
        services.TryAddSingleton(provider => builder.Schema.Build(provider.GetService<IServiceProviderIsService>()));
        services.TryAddSingleton<IRequestExecutor>(provider => new RequestExecutor(
            provider.GetRequiredService<Schema>(),
            provider.GetRequiredService<IOptions<RequestExecutorOptions>>().Value,
            provider,
            provider.GetServices<IErrorFilter>()));
        services.TryAddSingleton<IBatchScheduler, BatchScheduler>();
        services.TryAddSingleton<DataLoaderOptions>();
        services.AddHostedService<SchemaAtStart>();
        return builder;
    }
}
