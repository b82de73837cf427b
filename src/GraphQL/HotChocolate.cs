namespace Webox.GraphQL;

/// <summary>What differs when the GraphQL server is HotChocolate 15. Its twin is Engine.cs; the project file takes one of them.</summary>
internal static class GraphQLServer
{
    /// <summary>The schema in the schema definition language.</summary>
    public static async ValueTask<string> PrintSchemaAsync(IServiceProvider services) =>
        (await services.GetRequiredService<IRequestExecutorResolver>().GetRequestExecutorAsync()).Schema.Print();
}
