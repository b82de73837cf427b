using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Webox.Application.Catalog;
using Webox.Application.Operations;
using Webox.Application.Prompts;
using Webox.Domain.Customers;
using Webox.Infrastructure.Accounts;
using Webox.Infrastructure.Database;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Accounts;

public sealed class FirstAdminTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_environment_makes_one_administrator_and_only_when_there_is_none(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind, Settings("root@example.com", "correct horse battery"));

        await PrepareAsync(webox);
        await PrepareAsync(webox);

        await using var db = webox.OpenDb();
        var admin = await db.Customers.SingleAsync();
        Assert.Equal(("root@example.com", Role.Admin), (admin.Email, admin.Role));
    }

    [Fact]
    public async Task Without_both_settings_there_is_none()
    {
        await using var webox = await TestWebox.OpenAsync(DatabaseKind.Sqlite, Settings("root@example.com", null));

        await PrepareAsync(webox);

        await using var db = webox.OpenDb();
        Assert.Empty(db.Customers);
    }

    [Fact]
    public async Task A_new_shop_with_its_sample_data_has_nobody_who_could_sign_in()
    {
        await using var webox = await TestWebox.OpenAsync(DatabaseKind.Sqlite);

        await PrepareAsync(webox);
        await webox.RunAsync<SeedCatalog, int>(null, seed => seed.ExecuteAsync(default));
        await webox.RunAsync<SeedPrompts, int>(null, seed => seed.ExecuteAsync(default));

        await using var db = (WeboxDbContext)webox.OpenDb();
        Assert.Equal((11, 0, 0), (await db.Products.CountAsync(), await db.Customers.CountAsync(), await db.Set<Account>().CountAsync()));
    }

    [Fact]
    public async Task A_weak_password_stops_the_start_and_makes_nobody()
    {
        await using var webox = await TestWebox.OpenAsync(DatabaseKind.Sqlite, Settings("root@example.com", "password123"));

        var refusal = await Assert.ThrowsAsync<StartRefusedException>(() => PrepareAsync(webox));

        Assert.StartsWith("WEBOX_ADMIN_EMAIL, WEBOX_ADMIN_PASSWORD: ", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("password123", refusal.Message, StringComparison.Ordinal);
        await using var db = webox.OpenDb();
        Assert.Empty(db.Customers);
    }

    private static Dictionary<string, string?> Settings(string? email, string? password) =>
        new() { ["WEBOX_ADMIN_EMAIL"] = email, ["WEBOX_ADMIN_PASSWORD"] = password };

    private static async Task PrepareAsync(TestWebox webox)
    {
        await using var scope = webox.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IStartUp>().PrepareAsync(CancellationToken.None);
    }
}
