using Microsoft.Extensions.DependencyInjection.Extensions;
using Webox.GraphQL.Engine.Hosting;
using Webox.GraphQL.Engine.Types;
using Webox.GraphQL.Engine.Types.Annotated;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the GraphQL server.</summary>
public static class GraphQLServerServiceCollectionExtensions
{
    /// <summary>
    /// Registers a GraphQL server and its <see cref="Schema"/>, which is made once, when it is first asked for. Called again, it configures
    /// the same server further.
    /// </summary>
    public static IRequestExecutorBuilder AddGraphQLServer(this IServiceCollection services)
    {
        if (services.FirstOrDefault(service => service.ServiceType == typeof(RequestExecutorBuilder)) is { ImplementationInstance: RequestExecutorBuilder existing })
        {
            return existing;
        }

        var builder = new RequestExecutorBuilder("Default", services, new AnnotatedSchemaBuilder());
        services.AddSingleton(builder);
        services.TryAddSingleton(provider => builder.Schema.Build(provider.GetService<IServiceProviderIsService>()));
        return builder;
    }
}
