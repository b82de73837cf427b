using Microsoft.Extensions.DependencyInjection;
using Webox.Infrastructure.Accounts;
using Webox.Infrastructure.Database;
using Webox.Infrastructure.Operations;

namespace Webox.Infrastructure;

public static class InfrastructureRegistration
{
    /// <summary>Everything outside: databases, payment and model providers, accounts. Reads its settings from the configuration.</summary>
    public static IServiceCollection AddInfrastructure(this IServiceCollection services) => services
        .AddSingleton<DataFolder>()
        .AddDatabase()
        .AddAccounts()
        .AddOperations();
}
