using Microsoft.Data.Sqlite;
using Npgsql;
using Webox.Infrastructure.Database;
using Webox.Infrastructure.Operations;

namespace Webox.TestSupport;

/// <summary>An empty database with all tables, of one test alone. Copied from a template that is made once a process.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> SqliteTemplate = new(MakeSqliteTemplateAsync);
    private static readonly Lazy<Task<string>> PostgresTemplate = new(MakePostgresTemplateAsync);

    private readonly string _name;

    private TestDatabase(DatabaseKind kind, string name, string connectionString) =>
        (Kind, _name, ConnectionString) = (kind, name, connectionString);

    public DatabaseKind Kind { get; }

    /// <summary>A value for <c>WEBOX_DATABASE</c>.</summary>
    public string ConnectionString { get; }

    public static async Task<TestDatabase> CreateAsync(DatabaseKind kind)
    {
        if (kind is DatabaseKind.Postgres)
        {
            return await CreatePostgresAsync(await PostgresTemplate.Value);
        }

        var file = NewFile();
        File.Copy(await SqliteTemplate.Value, file);
        return new TestDatabase(kind, file, $"Data Source={file}");
    }

    /// <summary>One that begins with what is in this one, to which nobody may be connected.</summary>
    public async Task<TestDatabase> CopyAsync()
    {
        await LetGoAsync();
        if (Kind is DatabaseKind.Postgres)
        {
            return await CreatePostgresAsync(_name);
        }

        var file = NewFile();
        File.Copy(_name, file);
        return new TestDatabase(Kind, file, $"Data Source={file}");
    }

    /// <summary>Without tables.</summary>
    public static async Task<TestDatabase> CreateEmptyAsync(DatabaseKind kind)
    {
        if (kind is DatabaseKind.Postgres)
        {
            return await CreatePostgresAsync("template1");
        }

        var file = NewFile();
        return new TestDatabase(kind, file, $"Data Source={file}");
    }

    public async ValueTask DisposeAsync()
    {
        if (Kind is DatabaseKind.Postgres)
        {
            ClearPool();
            await PostgresServer.ExecuteAsync($"DROP DATABASE {_name} WITH (FORCE)");
            return;
        }

        await LetGoAsync();
        foreach (var suffix in new[] { "", "-wal", "-shm", ".lock", ".pid" })
        {
            File.Delete(_name + suffix);
        }
    }

    private async Task LetGoAsync()
    {
        if (Kind is DatabaseKind.Postgres)
        {
            // Also of pools that a server opened with settings of its own.
            await PostgresServer.ExecuteAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{_name}'");
            ClearPool();
        }
        else
        {
            // The last connection that closes writes what is in the -wal into the file.
            await using var connection = new SqliteConnection(ConnectionString);
            SqliteConnection.ClearPool(connection);
        }
    }

    private void ClearPool()
    {
        using var connection = new NpgsqlConnection(ConnectionString);
        NpgsqlConnection.ClearPool(connection);
    }

    private static async Task<TestDatabase> CreatePostgresAsync(string template)
    {
        var name = NewName();
        await PostgresServer.ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy");
        return new TestDatabase(DatabaseKind.Postgres, name, await PostgresServer.ConnectionStringAsync(name));
    }

    private static string NewFile() => TemporaryFolder.NewPath("webox", ".db");

    private static string NewName() => $"webox_{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}";

    private static async Task<string> MakeSqliteTemplateAsync()
    {
        var file = NewFile();
        await CreateTablesAsync($"Data Source={file};Pooling=False");
        return file;
    }

    private static async Task<string> MakePostgresTemplateAsync()
    {
        await PostgresServer.ExecuteAsync("CREATE DATABASE webox_template");
        await CreateTablesAsync(await PostgresServer.ConnectionStringAsync("webox_template") + ";Pooling=false");
        return "webox_template";
    }

    private static async Task CreateTablesAsync(string connectionString)
    {
        await using var services = TestServices.For(connectionString);
        await using var db = (WeboxDbContext)TestServices.Open(services);
        await DatabaseSchema.BringUpToDateAsync(db, CancellationToken.None);
    }
}
