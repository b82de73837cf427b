using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL;

/// <summary>What differs when the GraphQL server is our engine. Its twin is HotChocolate.cs; the project file takes one of them.</summary>
internal static class GraphQLServer
{
    /// <summary>The schema in the schema definition language.</summary>
    public static ValueTask<string> PrintSchemaAsync(IServiceProvider services) =>
        ValueTask.FromResult(SchemaPrinter.Print(services.GetRequiredService<Schema>()));
}
