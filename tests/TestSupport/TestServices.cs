using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Webox.Application;
using Webox.Application.Accounts;
using Webox.Infrastructure;
using Webox.Infrastructure.Accounts;

namespace Webox.TestSupport;

public static class TestServices
{
    private static readonly Lazy<string> Data = new(() => TemporaryFolder.New("data"));

    /// <summary>What the product registers, on this database.</summary>
    public static ServiceProvider For(
        string connectionString, IReadOnlyDictionary<string, string?>? settings = null, Action<IServiceCollection>? configure = null)
    {
        var all = new Dictionary<string, string?>(settings ?? new Dictionary<string, string?>())
        {
            ["WEBOX_DATABASE"] = connectionString,
        };
        all.TryAdd("WEBOX_DATA", Data.Value);

        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(all).Build());
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = Environments.Development });
        services.AddSingleton<IClientAddress, TestClient>();
        services.AddInfrastructure();
        services.AddApplication();
        services.AddQuickPasswords();
        configure?.Invoke(services);
        return services.BuildServiceProvider();
    }

    /// <summary>Nobody attacks the hashes of a test, and hundreds of tests sign in.</summary>
    public static IServiceCollection AddQuickPasswords(this IServiceCollection services) =>
        services.AddSingleton(provider => new PasswordHashing(provider.GetRequiredService<TimeProvider>(), rounds: 1000));

    public static IWeboxDbSession Open(IServiceProvider services) => services.GetRequiredService<IWeboxDbFactory>().Open();
}
