using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Webox.Application;
using Webox.Infrastructure.Database;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Database;

public sealed class DatabaseRegistrationTests
{
    [Theory, OnPostgres]
    public async Task Nothing_waits_for_ever_on_PostgreSQL(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        await using var db = (WeboxDbContext)webox.OpenDb();

        var limits = await db.Database.SqlQueryRaw<string>(
            """
            SELECT name || '=' || setting AS "Value" FROM pg_settings
            WHERE name IN ('lock_timeout', 'statement_timeout', 'idle_in_transaction_session_timeout') ORDER BY name
            """).ToListAsync();

        Assert.Equal(["idle_in_transaction_session_timeout=15000", "lock_timeout=3000", "statement_timeout=10000"], limits);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_context_is_lent_again_only_when_its_request_is_over(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        await using var request = webox.Services.CreateAsyncScope();
        var db = request.ServiceProvider.GetRequiredService<WeboxDbContext>();
        Assert.Same(db, request.ServiceProvider.GetRequiredService<IWeboxDb>());

        // As the end of the scope does once for each name that it gave it out by.
        await db.DisposeAsync();

        await using var other = webox.OpenDb();
        Assert.NotSame(db, other);
        await using var next = webox.Services.CreateAsyncScope();
        Assert.NotSame(db, next.ServiceProvider.GetRequiredService<IWeboxDb>());
    }
}
