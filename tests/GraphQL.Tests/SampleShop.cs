using Microsoft.Extensions.DependencyInjection;
using Webox.Application.Operations;
using Webox.TestSupport;

namespace Webox.GraphQL.Tests;

/// <summary>What a first start in development leaves in a database. It is done once for each kind, and copied from then on.</summary>
internal static class SampleShop
{
    private static readonly Lazy<Task<TestDatabase>> Sqlite = new(() => OpenAsync(DatabaseKind.Sqlite));
    private static readonly Lazy<Task<TestDatabase>> Postgres = new(() => OpenAsync(DatabaseKind.Postgres));
    private static readonly SemaphoreSlim Turn = new(1);

    public static async Task<TestDatabase> CopyAsync(DatabaseKind kind)
    {
        var shop = await (kind is DatabaseKind.Sqlite ? Sqlite : Postgres).Value;

        // PostgreSQL copies for one at a time.
        await Turn.WaitAsync();
        try
        {
            return await shop.CopyAsync();
        }
        finally
        {
            Turn.Release();
        }
    }

    private static async Task<TestDatabase> OpenAsync(DatabaseKind kind)
    {
        var database = await TestDatabase.CreateAsync(kind);
        await using var app = Program.CreateApp(WeboxApp.Settings(database, TemporaryFolder.New("sample")));
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IStartUp>().PrepareAsync(default);
        return database;
    }
}
