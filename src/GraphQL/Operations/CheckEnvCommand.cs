using System.Text.Json;
using System.Text.Json.Serialization;
using Webox.Application.Operations;

namespace Webox.GraphQL.Operations;

/// <summary>
/// A line a setting, then a line a provider. As JSON: the list of the settings; with <c>--online</c>, which is about providers, an object
/// of <c>settings</c> and <c>providers</c>.
/// </summary>
internal static class CheckEnvCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    /// <returns>0 when all is well, 1 when something needed is missing, 2 when something is not of its form or of the wrong mode.</returns>
    public static Task<int> RunAsync(WebApplication app, bool json)
    {
        var settings = app.Services.GetRequiredService<ISettingsCheck>().Check();
        Console.WriteLine(json
            ? JsonSerializer.Serialize(settings, Json)
            : AsText(settings, app.Services.GetRequiredService<IProviderCheck>().Check()));
        return Task.FromResult(ExitCode(settings));
    }

    /// <returns>As <see cref="RunAsync"/>; 1 also when a provider did not answer as it should.</returns>
    public static async Task<int> RunOnlineAsync(WebApplication app, bool json)
    {
        var settings = app.Services.GetRequiredService<ISettingsCheck>().Check();
        var providers = await app.Services.GetRequiredService<IProviderCheck>().CheckOnlineAsync(CancellationToken.None);
        Console.WriteLine(json ? JsonSerializer.Serialize(new { settings, providers }, Json) : AsText(settings, providers));
        return Math.Max(ExitCode(settings), providers.Any(provider => provider.Online is { Succeeded: false }) ? 1 : 0);
    }

    private static int ExitCode(IReadOnlyList<SettingReport> settings) =>
        settings.Any(report => report.Status is SettingStatus.Placeholder or SettingStatus.Malformed or SettingStatus.ModeMismatch) ? 2
        : settings.Any(report => report.Status is SettingStatus.Required) ? 1
        : 0;

    private static string AsText(IReadOnlyList<SettingReport> settings, IReadOnlyList<ProviderReport> providers) =>
        string.Join(Environment.NewLine, [.. settings.Select(Line), "", .. providers.Select(Line)]);

    private static string Line(SettingReport report)
    {
        var facts = new[]
        {
            report.Mode,
            report.Length is { } length ? $"{length} characters" : null,
            report.LastFour is { } last ? $"ends with {last}" : null,
            report.Problem,
        };
        return $"{report.Name,-36}{Word(report.Status),-14}{string.Join(", ", facts.Where(fact => fact is not null))}".TrimEnd();
    }

    private static string Line(ProviderReport report)
    {
        var standing = (report.IsConfigured, report.Mode, report.Problems.Count) switch
        {
            (true, { } mode, _) => $"{mode} keys",
            (true, null, _) => "configured",
            (false, _, 0) => "not configured",
            _ => null,
        };
        var facts = string.Join(", ", new[] { standing }.Concat(report.Problems).Where(fact => fact is not null));
        return report.Online is { } online ? $"{report.Name}: {facts}; {(online.Succeeded ? "ok" : "FAILED")}: {online.Detail}" : $"{report.Name}: {facts}";
    }

    private static string Word(SettingStatus status) => status switch
    {
        SettingStatus.Required => "missing",
        SettingStatus.Missing => "not set",
        SettingStatus.ModeMismatch => "wrong mode",
        _ => status.ToString().ToLowerInvariant(),
    };
}
