using Webox.TestSupport;

namespace Webox.GraphQL.Tests;

/// <summary>
/// One server on each database for all tests of a class, started when the first of them asks. They leave alone what is not theirs: each has
/// customers, carts and products of its own, and changes nothing that others count.
/// <code>public sealed class XTests(SharedWebox shared) : IClassFixture&lt;SharedWebox&gt;</code>
/// </summary>
public class SharedWebox : IAsyncLifetime
{
    private readonly Dictionary<DatabaseKind, WeboxApp> _apps = [];

    /// <summary>As environment variables would be.</summary>
    protected virtual IReadOnlyDictionary<string, string?>? Settings => null;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task<WeboxApp> OnAsync(DatabaseKind kind = DatabaseKind.Sqlite)
    {
        // The tests of a class run one after another.
        if (!_apps.TryGetValue(kind, out var app))
        {
            _apps[kind] = app = await WeboxApp.StartAsync(kind, Settings);
        }

        return app;
    }

    public async Task DisposeAsync()
    {
        foreach (var app in _apps.Values)
        {
            await app.DisposeAsync();
        }
    }
}
