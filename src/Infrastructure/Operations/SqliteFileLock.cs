using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Webox.Application.Operations;
using Webox.Infrastructure.Database;

namespace Webox.Infrastructure.Operations;

/// <summary>
/// Keeps a SQLite file to one process: change signals and limits live in its memory. The system releases the lock when the
/// process ends, however it ends.
/// </summary>
internal sealed class SqliteFileLock(IDbContextFactory<WeboxDbContext> contexts) : IDisposable
{
    private FileStream? _lock;

    /// <summary>Does nothing on PostgreSQL, in memory, and the second time.</summary>
    /// <exception cref="StartRefusedException">Another process has the file.</exception>
    public void Take()
    {
        using var db = contexts.CreateDbContext();
        if (_lock is not null || !db.Database.IsSqlite())
        {
            return;
        }

        var connection = new SqliteConnectionStringBuilder(db.Database.GetConnectionString());
        if (connection.Mode is SqliteOpenMode.Memory || connection.DataSource is "" or ":memory:")
        {
            return;
        }

        var file = Path.GetFullPath(connection.DataSource);
        try
        {
            _lock = new FileStream(file + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new StartRefusedException(
                $"Another process{Holder(file)} uses the SQLite file {file}. Stop it, or let several processes share PostgreSQL (WEBOX_DATABASE).");
        }

        // Beside the lock, which nobody else can open.
        File.WriteAllText(file + ".pid", $"{Environment.ProcessId}\n");
    }

    public void Dispose() => _lock?.Dispose();

    private static string Holder(string file) => File.Exists(file + ".pid") ? $" ({File.ReadAllText(file + ".pid").Trim()})" : "";
}
