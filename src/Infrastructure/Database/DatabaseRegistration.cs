using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Webox.Application;

namespace Webox.Infrastructure.Database;

internal static class DatabaseRegistration
{
    /// <summary>SQLite in the data folder, or what <c>WEBOX_DATABASE</c> names: <c>Data Source=…</c> SQLite, <c>Host=…</c> PostgreSQL.</summary>
    public static IServiceCollection AddDatabase(this IServiceCollection services)
    {
        // First: a request's own context goes back to the pool once, by its lease. One of the factory would go back at every disposal, and
        // the scope disposes of it for each of its two names: by the second it may be another request's.
        services.AddDbContextPool<WeboxDbContext>((provider, options) =>
        {
            var configured = provider.GetRequiredService<IConfiguration>()["WEBOX_DATABASE"];
            if (configured?.Contains("Host=", StringComparison.OrdinalIgnoreCase) == true)
            {
                options.UseNpgsql(WithDefaults(configured));
            }
            else
            {
                options.UseSqlite(string.IsNullOrWhiteSpace(configured)
                    ? $"Data Source={Path.Combine(provider.GetRequiredService<DataFolder>().Path, "webox.db")}"
                    : configured);
                options.AddInterceptors(new SqliteSettings());
            }
        });
        services.AddPooledDbContextFactory<WeboxDbContext>((_, _) => { });
        services.AddSingleton<WriterGate>();
        services.AddScoped<IWeboxDb>(provider => provider.GetRequiredService<WeboxDbContext>());
        services.AddSingleton<IWeboxDbFactory, WeboxDbFactory>();
        return services;
    }

    // A statement that waits for ever holds its connection and its locks for ever. PostgreSQL's own price of a page out of order is that of a
    // turning disk, and keeps it from indexes that are faster. Statements that come back are planned once a connection. What the connection
    // string says wins. https://www.npgsql.org/doc/prepare.html#automatic-preparation
    private static string WithDefaults(string configured)
    {
        var given = new DbConnectionStringBuilder { ConnectionString = configured };
        var builder = new NpgsqlConnectionStringBuilder(configured);
        builder.Options ??= "-c lock_timeout=3s -c statement_timeout=10s -c idle_in_transaction_session_timeout=15s -c random_page_cost=1.1";
        if (!given.ContainsKey("Maximum Pool Size") && !given.ContainsKey("MaxPoolSize"))
        {
            builder.MaxPoolSize = 40;
        }

        if (!given.ContainsKey("Max Auto Prepare") && !given.ContainsKey("MaxAutoPrepare"))
        {
            builder.MaxAutoPrepare = 100;
        }

        return builder.ConnectionString;
    }

    private sealed class WeboxDbFactory(IDbContextFactory<WeboxDbContext> contexts) : IWeboxDbFactory
    {
        public IWeboxDbSession Open() => contexts.CreateDbContext();
    }
}
