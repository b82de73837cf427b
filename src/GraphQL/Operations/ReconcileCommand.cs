using System.Text.Json;
using System.Text.Json.Serialization;
using Webox.Application.Operations;
using Webox.Application.Payments;

namespace Webox.GraphQL.Operations;

internal static class ReconcileCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) },
    };

    /// <returns>0 when every provider answered, 1 when some did not.</returns>
    public static async Task<int> RunAsync(WebApplication app, bool json)
    {
        await app.Services.GetRequiredService<IDatabaseOperations>().MigrateAsync(CancellationToken.None);
        await using var scope = app.Services.CreateAsyncScope();
        var report = await scope.ServiceProvider.GetRequiredService<ReconcilePayments>().ExecuteAsync(CancellationToken.None);
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(report, Json));
        }
        else
        {
            foreach (var finding in report.Findings)
            {
                Console.WriteLine($"{finding.Provider} {finding.ProviderReference ?? "-"}, payment {finding.PaymentId}: {finding.Finding}");
            }

            Console.WriteLine($"{report.Asked} asked, {report.Unanswered} without an answer, {report.Findings.Count} findings.");
        }

        return report.Unanswered == 0 ? 0 : 1;
    }
}
