using Microsoft.EntityFrameworkCore;
using Webox.Application.Operations;
using Webox.Infrastructure.Database;
using Webox.Infrastructure.Operations;

namespace Webox.Infrastructure.Tests.Operations;

public sealed class SqliteFileLockTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("webox-lock-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_second_holder_is_refused_and_told_who_is_first()
    {
        var file = Path.Combine(_folder, "webox.db");
        using var first = Open($"Data Source={file}");
        first.Take();
        first.Take();

        using var second = Open($"Data Source={file}");
        var refusal = Assert.Throws<StartRefusedException>(second.Take);

        Assert.Equal(
            $"Another process ({Environment.ProcessId}) uses the SQLite file {file}. Stop it, or let several processes share PostgreSQL (WEBOX_DATABASE).",
            refusal.Message);
    }

    [Fact]
    public void What_is_let_go_can_be_taken_again()
    {
        var file = $"Data Source={Path.Combine(_folder, "webox.db")}";
        using (var first = Open(file))
        {
            first.Take();
        }

        using var second = Open(file);
        second.Take();
    }

    [Fact]
    public void A_database_in_memory_needs_no_lock()
    {
        using var first = Open("Data Source=:memory:");
        using var second = Open("Data Source=:memory:");

        first.Take();
        second.Take();

        Assert.Empty(Directory.GetFiles(_folder));
    }

    private static SqliteFileLock Open(string connectionString) =>
        new(new Contexts(new DbContextOptionsBuilder<WeboxDbContext>().UseSqlite(connectionString).Options));

    private sealed class Contexts(DbContextOptions<WeboxDbContext> options) : IDbContextFactory<WeboxDbContext>
    {
        public WeboxDbContext CreateDbContext() => new(options, new WriterGate());
    }
}
