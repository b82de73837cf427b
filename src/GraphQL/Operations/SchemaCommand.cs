namespace Webox.GraphQL.Operations;

internal static class SchemaCommand
{
    public static async Task<int> RunAsync(WebApplication app, bool json)
    {
        Console.WriteLine((await GraphQLServer.PrintSchemaAsync(app.Services)).TrimEnd());
        return 0;
    }
}
