using System.Net;
using Webox.TestSupport;

namespace Webox.GraphQL.Tests.Operations;

public sealed class HealthTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_started_node_is_healthy_and_ready(DatabaseKind kind)
    {
        await using var app = await WeboxApp.StartAsync(kind);

        Assert.Equal("""{"status":"ok"}""", await app.Http.GetStringAsync("/healthz"));
        Assert.Equal("""{"status":"ready"}""", await app.Http.GetStringAsync("/readyz"));
    }

    [Fact]
    public async Task Without_its_database_a_node_lives_and_says_why_it_is_not_ready()
    {
        await using var app = await WeboxApp.StartAsync();
        File.Move(Database(app), Database(app) + ".away");

        using var ready = await app.Http.GetAsync("/readyz");
        using var alive = await app.Http.GetAsync("/healthz");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal("""{"status":"unavailable","reasons":["DATABASE_UNREACHABLE"]}""", await ready.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, alive.StatusCode);
        File.Move(Database(app) + ".away", Database(app));
    }

    private static string Database(WeboxApp app) => app.ConnectionString.Replace("Data Source=", "", StringComparison.Ordinal);
}
