using System.Data.Common;
using System.Text.Json;
using Webox.Application.Operations;

namespace Webox.GraphQL.Operations;

internal static class CheckInvariantsCommand
{
    private const int ExitViolated = 1;

    private const int ExitUnreadable = 2;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <returns>0 when all hold, 1 when one is violated, 2 when the database cannot be read.</returns>
    public static async Task<int> RunAsync(WebApplication app, bool json)
    {
        var database = app.Services.GetRequiredService<IDatabaseOperations>();
        if (await database.FindProblemsAsync(CancellationToken.None) is { Count: > 0 } problems)
        {
            await Console.Error.WriteLineAsync($"The database cannot be checked: {string.Join(", ", problems)}");
            return ExitUnreadable;
        }

        var results = new List<InvariantResult>();
        try
        {
            await foreach (var result in database.CheckInvariantsAsync(CancellationToken.None))
            {
                results.Add(result);
            }
        }
        catch (DbException exception)
        {
            await Console.Error.WriteLineAsync($"The database cannot be checked: {exception.Message}");
            return ExitUnreadable;
        }

        Console.WriteLine(json ? AsJson(results) : AsText(results));
        return results.Exists(result => result.Violations.Count > 0) ? ExitViolated : 0;
    }

    private static string AsJson(IEnumerable<InvariantResult> results) =>
        JsonSerializer.Serialize(results.Select(result => new { result.Invariant.Id, result.Invariant.Statement, result.Violations }), Json);

    private static string AsText(IEnumerable<InvariantResult> results) => string.Join(
        Environment.NewLine,
        results.Select(result => result.Violations.Count == 0
            ? $"ok        {result.Invariant.Id,-5}{result.Invariant.Statement}"
            : $"VIOLATED  {result.Invariant.Id,-5}{result.Invariant.Statement} {string.Join(", ", result.Violations)}"));
}
