using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Webox.Application.Operations;
using Webox.Infrastructure.Database;

namespace Webox.Infrastructure.Operations;

internal sealed class DatabaseOperations(IDbContextFactory<WeboxDbContext> contexts, IEnumerable<Invariant> invariants) : IDatabaseOperations
{
    private const int ViolationsMax = 100;

    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await DatabaseSchema.BringUpToDateAsync(db, cancellationToken);
    }

    public async Task<IReadOnlyList<string>> FindProblemsAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        try
        {
            return !await db.Database.CanConnectAsync(cancellationToken) ? ["DATABASE_UNREACHABLE"]
                : !await DatabaseSchema.IsUpToDateAsync(db, cancellationToken) ? ["MIGRATIONS_PENDING"]
                : [];
        }
        catch (DbException)
        {
            return ["DATABASE_UNREACHABLE"];
        }
    }

    public async IAsyncEnumerable<InvariantResult> CheckInvariantsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        foreach (var invariant in invariants.OrderBy(invariant => invariant.Id, StringComparer.Ordinal))
        {
            yield return new InvariantResult(invariant, await ReadKeysAsync(db, invariant.ViolationsSql, cancellationToken));
        }
    }

    private static async Task<IReadOnlyList<string>> ReadKeysAsync(WeboxDbContext db, string sql, CancellationToken cancellationToken)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var keys = new List<string>();
        while (keys.Count < ViolationsMax && await reader.ReadAsync(cancellationToken))
        {
            keys.Add(Convert.ToString(reader.GetValue(0), System.Globalization.CultureInfo.InvariantCulture)!);
        }

        return keys;
    }
}
