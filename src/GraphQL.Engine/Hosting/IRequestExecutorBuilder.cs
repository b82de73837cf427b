using Microsoft.Extensions.DependencyInjection;

namespace Webox.GraphQL.Engine.Hosting;

/// <summary>Configures the GraphQL server of a host. Made by <c>services.AddGraphQLServer()</c>.</summary>
public interface IRequestExecutorBuilder
{
    /// <summary>Name of the schema.</summary>
    string Name { get; }

    IServiceCollection Services { get; }
}
