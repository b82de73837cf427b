using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Webox.Application.Accounts;
using Webox.Infrastructure.Database;
using Webox.Infrastructure.Sweeps;

namespace Webox.Infrastructure.Accounts;

internal static class AccountsRegistration
{
    /// <summary>Accounts, sessions and the keys that sign. The host adds who is asking and from where.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services
            .AddIdentityCore<Account>(options =>
            {
                options.User.RequireUniqueEmail = true;
                options.User.AllowedUserNameCharacters = "";
            });
        return services
            .AddScoped<IUserStore<Account>, UserOnlyStore<Account, WeboxDbContext, Guid>>()
            .AddSingleton<PasswordHashing>()
            .AddSingleton<AttemptLimits>()
            .AddScoped<FailedSignIns>()
            .AddScoped<RefusedSignIns>()
            .AddScoped<SignInGuard>()
            .AddScoped<IMailLimits>(provider => provider.GetRequiredService<SignInGuard>())
            .AddScoped<IPasswords, Passwords>()
            .AddScoped<ITwoFactor, TwoFactor>()
            .AddScoped<IAccountChanges, AccountChanges>()
            .AddScoped<FirstAdmin>()
            .AddScoped<IAccounts, IdentityAccounts>()
            .AddScoped<ISessions, DatabaseSessions>()
            .AddSingleton<InstallationSecret>()
            .AddSingleton<IKeyRing, KeyRing>()
            .AddSingleton<RevokedAccess>()
            .AddSingleton<RevokedAccessReader>()
            .AddSingleton<IAccessWatch>(provider => provider.GetRequiredService<RevokedAccess>())
            .AddHostedService<RevokedAccessRefresh>()
            .AddScoped<IAccessRevocations, AccessRevocations>()
            .AddSweep<FinishErasures>(TimeSpan.FromMinutes(1), (erasures, token) => erasures.ExecuteAsync(token))
            .AddScoped<IAdmins, Admins>()
            .AddSingleton<IAccountStates, AccountStates>()
            .AddSingleton<IExportLimits, ExportLimits>()
            .AddSingleton<IAccessTokens, JwtAccessTokens>();
    }
}
