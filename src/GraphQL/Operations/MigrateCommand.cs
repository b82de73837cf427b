using Webox.Application.Operations;

namespace Webox.GraphQL.Operations;

internal static class MigrateCommand
{
    public static async Task<int> RunAsync(WebApplication app, bool json)
    {
        await app.Services.GetRequiredService<IDatabaseOperations>().MigrateAsync(CancellationToken.None);
        Console.WriteLine("The database is up to date.");
        return 0;
    }
}
