using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Webox.Application.Operations;

namespace Webox.Infrastructure.Settings;

/// <summary>How a provider is called to see whether it answers.</summary>
/// <param name="Provider">As <see cref="KnownProvider"/> names it.</param>
/// <param name="Create">Gives null when the settings have no such provider.</param>
internal sealed record ProbeSource(string Provider, Func<IConfiguration, TimeProvider, IProviderProbe?> Create);

internal static class ProbeSourceRegistration
{
    /// <inheritdoc cref="ProbeSource"/>
    public static IServiceCollection AddProbe(
        this IServiceCollection services, string provider, Func<IConfiguration, TimeProvider, IProviderProbe?> create) =>
        services.AddSingleton(new ProbeSource(provider, create));
}
