using Webox.Application.Operations;
using Webox.Infrastructure.Database;
using Webox.Infrastructure.Operations;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Operations;

public sealed class DatabaseSchemaTests
{
    [Theory, OnPostgres]
    public async Task A_database_that_cannot_hold_every_text_is_refused(DatabaseKind kind)
    {
        _ = kind;
        await PostgresServer.ExecuteAsync("CREATE DATABASE webox_latin ENCODING 'LATIN1' TEMPLATE template0");
        await using var services = TestServices.For(await PostgresServer.ConnectionStringAsync("webox_latin"));
        await using var db = (WeboxDbContext)TestServices.Open(services);

        var refusal = await Assert.ThrowsAsync<StartRefusedException>(() => DatabaseSchema.BringUpToDateAsync(db, default));

        Assert.Contains("LATIN1", Assert.Single(refusal.Reasons));
    }
}
