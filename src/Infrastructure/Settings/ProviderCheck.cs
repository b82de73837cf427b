using Microsoft.Extensions.Configuration;
using Webox.Application.Operations;

namespace Webox.Infrastructure.Settings;

internal sealed class ProviderCheck(
    ISettingsCheck settings, IConfiguration configuration, IEnumerable<ProbeSource> sources, TimeProvider clock) : IProviderCheck
{
    public IReadOnlyList<ProviderReport> Check()
    {
        var reports = settings.Check().ToDictionary(report => report.Name);
        return [.. KnownProvider.All.Select(provider => Check(provider, reports))];
    }

    public async Task<IReadOnlyList<ProviderReport>> CheckOnlineAsync(CancellationToken cancellationToken) =>
        await Task.WhenAll(Check().Select(report => CallAsync(report, cancellationToken)));

    private static ProviderReport Check(KnownProvider provider, Dictionary<string, SettingReport> reports)
    {
        // A companion without its key was meant to be used, too.
        var isMeant = provider.Keys.Concat(provider.Companions).Any(part => reports[part.Setting].Status is not SettingStatus.Missing);
        var problems =
            from part in provider.Keys.Concat(provider.Companions).Concat(provider.Choices)
            let problem = Problem(reports[part.Setting].Status, isMeant && provider.Keys.Contains(part))
            where problem is not null
            select $"{part.Words} {problem}";
        var all = provider.Keys.Concat(provider.Choices).Select(part => reports[part.Setting]).ToList();
        var isConfigured = provider.Keys.All(key => reports[key.Setting].Status is SettingStatus.Set);
        var mode = isConfigured ? all.Select(report => report.Mode).FirstOrDefault(mode => mode is not null) ?? provider.ModeDefault : null;
        return new ProviderReport(provider.Name, isConfigured, mode, [.. problems]);
    }

    private static string? Problem(SettingStatus status, bool isNeeded) => status switch
    {
        SettingStatus.Required => "missing",
        SettingStatus.Missing => isNeeded ? "missing" : null,
        SettingStatus.Placeholder => "still that of an example",
        SettingStatus.Malformed => "malformed",
        SettingStatus.ModeMismatch => "of the other mode",
        _ => null,
    };

    private async Task<ProviderReport> CallAsync(ProviderReport report, CancellationToken cancellationToken)
    {
        if (!report.IsConfigured || sources.FirstOrDefault(source => source.Provider == report.Name) is not { } source)
        {
            return report;
        }

        IProviderProbe? probe;
        try
        {
            probe = source.Create(configuration, clock);
        }
        catch (Exception refusal) when (refusal is StartRefusedException or InvalidOperationException or FormatException)
        {
            // What the framework says of a value quotes it.
            var why = refusal is StartRefusedException told ? string.Join(' ', told.Reasons) : "a setting has a value that cannot be used.";
            return report with { Online = new ProbeResult(false, $"not called: {why}") };
        }

        using (probe as IDisposable)
        {
            return probe is null ? report : report with { Online = await probe.ProbeAsync(cancellationToken) };
        }
    }
}
