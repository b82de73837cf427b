using Microsoft.Extensions.DependencyInjection;
using Webox.Application.Operations;
using Webox.Infrastructure.Settings;

namespace Webox.Infrastructure.Operations;

internal static class OperationsRegistration
{
    /// <summary>What the commands and the start need.</summary>
    public static IServiceCollection AddOperations(this IServiceCollection services) => services
        .AddSingleton<ISettingsCheck, SettingsCheck>()
        .AddSingleton<IProviderCheck, ProviderCheck>()
        .AddSingleton<UnsafeSettings>()
        .AddSingleton<SqliteFileLock>()
        .AddSingleton<IDatabaseOperations, DatabaseOperations>()
        .AddScoped<IStartUp, StartUp>();
}
