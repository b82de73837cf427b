using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Webox.Application.Operations;

namespace Webox.Infrastructure.Settings;

/// <summary>What Production must not start with.</summary>
internal sealed class UnsafeSettings(IConfiguration configuration, ISettingsCheck settings, IHostEnvironment environment)
{
    private static readonly string[] MoneyTakers = ["STRIPE_SECRET_KEY", "PAYPAL_CLIENT_ID", "WEBOX_BANK_IBAN"];

    /// <summary>Reasons not to start; empty outside Production.</summary>
    public IReadOnlyList<string> Find() => environment.IsProduction()
        ? [.. FromCheck(), .. PlainHttp(), .. SharedSecret(), .. ReadableByOthers(), .. NoSeller()]
        : [];

    private IEnumerable<string> FromCheck() =>
        from report in settings.Check()
        let reason = report.Problem ?? (report.Mode == "test" ? "It is a test key: it would sell without being paid." : null)
        where reason is not null
        select $"{report.Name}: {reason}";

    private IEnumerable<string> PlainHttp() =>
        from setting in KnownSettings.All
        where setting.Name.EndsWith("_BASE_URL", StringComparison.Ordinal)
            && configuration[setting.Name]?.StartsWith("http://", StringComparison.OrdinalIgnoreCase) == true
        select $"{setting.Name}: Keys must not travel over http.";

    private IEnumerable<string> SharedSecret() =>
        configuration["WEBOX_DATABASE"]?.Contains("Host=", StringComparison.OrdinalIgnoreCase) == true && string.IsNullOrEmpty(configuration["WEBOX_SECRET"])
            ? ["WEBOX_SECRET: Several nodes on one PostgreSQL need one secret. Make it with: openssl rand -base64 32"]
            : [];

    private IEnumerable<string> NoSeller() =>
        string.IsNullOrEmpty(configuration["WEBOX_SELLER_NAME"])
            && MoneyTakers.Any(provider => !string.IsNullOrEmpty(configuration[provider]))
            ? ["WEBOX_SELLER_NAME: What is paid for is invoiced, and an invoice names the seller. Set it, WEBOX_SELLER_ADDRESS and WEBOX_SELLER_SIRET."]
            : [];

    private static IEnumerable<string> ReadableByOthers()
    {
        const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        return !OperatingSystem.IsWindows() && File.Exists(".env") && (File.GetUnixFileMode(".env") & others) != 0
            ? [".env: Others may read it. Run: chmod 600 .env"]
            : [];
    }
}
