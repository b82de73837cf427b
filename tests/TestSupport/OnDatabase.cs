using System.Reflection;
using Xunit.Sdk;

namespace Webox.TestSupport;

/// <summary>Runs a theory on SQLite: <c>[Theory, OnSqlite, OnPostgres]</c>, with one <see cref="DatabaseKind"/> parameter.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnSqliteAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[DatabaseKind.Sqlite]];
}

/// <summary>Runs a theory on PostgreSQL. Skipped, and says why, where its binaries are missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnPostgresAttribute : DataAttribute
{
    public OnPostgresAttribute() => Skip = PostgresServer.IsInstalled ? null! : PostgresServer.Missing;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[DatabaseKind.Postgres]];
}
