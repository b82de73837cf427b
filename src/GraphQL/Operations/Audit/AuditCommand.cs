using System.Text.Json;
using System.Text.Json.Serialization;

namespace Webox.GraphQL.Operations.Audit;

/// <summary>
/// Probes a running server from outside, as a client would: the one at <c>WEBOX_PUBLIC_URL</c>, else at the first of <c>WEBOX_URLS</c>.
/// It leaves an empty guest cart behind, and spends nothing.
/// </summary>
internal static class AuditCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) },
    };

    /// <returns>0 when nothing failed, 1 otherwise.</returns>
    public static async Task<int> RunAsync(WebApplication app, bool json)
    {
        using var http = new HttpClient { BaseAddress = AddressOf(app.Configuration), Timeout = TimeSpan.FromSeconds(15) };
        var findings = new List<Finding>();
        await foreach (var finding in Probes.RunAsync(http, CancellationToken.None))
        {
            findings.Add(finding);
            if (!json)
            {
                Console.WriteLine($"{Word(finding.Standing),-16}{finding.Capability,-36}{finding.Detail}".TrimEnd());
            }
        }

        Console.WriteLine(json
            ? JsonSerializer.Serialize(findings, Json)
            : $"{http.BaseAddress}: {string.Join(", ", Enum.GetValues<Standing>().Select(s => $"{findings.Count(f => f.Standing == s)} {Word(s)}"))}");
        return findings.Exists(finding => finding.Standing is Standing.Failed) ? 1 : 0;
    }

    private static Uri AddressOf(IConfiguration configuration) =>
        new(configuration["WEBOX_PUBLIC_URL"] is { Length: > 0 } address ? address
            : (configuration["WEBOX_URLS"] is { Length: > 0 } urls ? urls : WebServer.DefaultUrls).Split(';')[0].Replace("://*", "://localhost", StringComparison.Ordinal));

    private static string Word(Standing standing) => JsonNamingPolicy.KebabCaseLower.ConvertName($"{standing}").Replace('-', ' ');
}
