using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Webox.Infrastructure.Database;

// One model, two sets of migrations. EF Core finds a set by the context type that it belongs to, so each of these owns one;
// everything else uses WeboxDbContext.

/// <summary>Owns the migrations of SQLite.</summary>
internal sealed class SqliteMigrationContext(DbContextOptions<SqliteMigrationContext> options) : WeboxDbContext(options, new WriterGate())
{
    public static SqliteMigrationContext For(string? connectionString) =>
        new(new DbContextOptionsBuilder<SqliteMigrationContext>().UseSqlite(connectionString).Options);

    internal sealed class Factory : IDesignTimeDbContextFactory<SqliteMigrationContext>
    {
        public SqliteMigrationContext CreateDbContext(string[] args) => For(null);
    }
}

/// <summary>Owns the migrations of PostgreSQL.</summary>
internal sealed class PostgresMigrationContext(DbContextOptions<PostgresMigrationContext> options) : WeboxDbContext(options, new WriterGate())
{
    public static PostgresMigrationContext For(string? connectionString) =>
        new(new DbContextOptionsBuilder<PostgresMigrationContext>().UseNpgsql(connectionString).Options);

    internal sealed class Factory : IDesignTimeDbContextFactory<PostgresMigrationContext>
    {
        public PostgresMigrationContext CreateDbContext(string[] args) => For(null);
    }
}
