using System.Text.Json;
using System.Text.Json.Serialization;
using Webox.Application.Operations;

namespace Webox.GraphQL.Operations;

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
        var reports = app.Services.GetRequiredService<ISettingsCheck>().Check();
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(reports, Json));
        }
        else
        {
            foreach (var report in reports)
            {
                Console.WriteLine(Line(report));
            }
        }

        return Task.FromResult(ExitCode(reports));
    }

    private static int ExitCode(IReadOnlyList<SettingReport> reports) =>
        reports.Any(report => report.Status is SettingStatus.Placeholder or SettingStatus.Malformed or SettingStatus.ModeMismatch) ? 2
        : reports.Any(report => report.Status is SettingStatus.Required) ? 1
        : 0;

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

    private static string Word(SettingStatus status) => status switch
    {
        SettingStatus.Required => "missing",
        SettingStatus.Missing => "not set",
        SettingStatus.ModeMismatch => "wrong mode",
        _ => status.ToString().ToLowerInvariant(),
    };
}
