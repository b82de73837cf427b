using Webox.Application.Catalog;
using Webox.Application.Operations;
using Webox.Application.Prompts;

namespace Webox.GraphQL.Operations;

internal static class SeedCommand
{
    public static async Task<int> RunAsync(WebApplication app, bool json)
    {
        await app.Services.GetRequiredService<IDatabaseOperations>().MigrateAsync(CancellationToken.None);
        await using var scope = app.Services.CreateAsyncScope();
        var added = await scope.ServiceProvider.GetRequiredService<SeedCatalog>().ExecuteAsync(CancellationToken.None);
        Console.WriteLine($"{added} products added.");
        if (await scope.ServiceProvider.GetRequiredService<SeedPrompts>().ExecuteAsync(CancellationToken.None) is > 0 and var prompts)
        {
            Console.WriteLine($"{prompts} prompts added.");
        }

        return 0;
    }

    /// <summary>Products for measurements, besides those of <see cref="RunAsync"/>.</summary>
    public static async Task<int> RunManyAsync(WebApplication app, int count)
    {
        await app.Services.GetRequiredService<IDatabaseOperations>().MigrateAsync(CancellationToken.None);
        await using var scope = app.Services.CreateAsyncScope();
        var added = await scope.ServiceProvider.GetRequiredService<SeedManyProducts>().ExecuteAsync(count, CancellationToken.None);
        Console.WriteLine($"{added} products added.");
        return 0;
    }
}
