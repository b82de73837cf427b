using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Webox.Application;

namespace Webox.Infrastructure.Database;

internal static class DatabaseRegistration
{
    /// <summary>SQLite in the data folder, or what <c>WEBOX_DATABASE</c> names: <c>Data Source=…</c> SQLite, <c>Host=…</c> PostgreSQL.</summary>
    public static IServiceCollection AddDatabase(this IServiceCollection services)
    {
        services.AddDbContextFactory<WeboxDbContext>((provider, options) =>
        {
            var configured = provider.GetRequiredService<IConfiguration>()["WEBOX_DATABASE"];
            if (configured?.Contains("Host=", StringComparison.OrdinalIgnoreCase) == true)
            {
                options.UseNpgsql(configured);
            }
            else
            {
                options.UseSqlite(string.IsNullOrWhiteSpace(configured)
                    ? $"Data Source={Path.Combine(provider.GetRequiredService<DataFolder>().Path, "webox.db")}"
                    : configured);
            }
        });
        services.AddScoped<IWeboxDb>(provider => provider.GetRequiredService<WeboxDbContext>());
        services.AddSingleton<IWeboxDbFactory, WeboxDbFactory>();
        return services;
    }

    private sealed class WeboxDbFactory(IDbContextFactory<WeboxDbContext> contexts) : IWeboxDbFactory
    {
        public IWeboxDbSession Open() => contexts.CreateDbContext();
    }
}
