using System.Globalization;
using System.Text.Json.Nodes;

namespace Webox.Bench.Engine.Http;

/// <summary>The engine beside the bound, in alternating rounds of the same length; medians, and their ratios.</summary>
internal static class Comparison
{
    private const int RoundsDefault = 7;
    private const int SecondsDefault = 2;

    public static async Task<int> RunAsync(string[] numbers)
    {
        var rounds = numbers.Length > 0 ? int.Parse(numbers[0], CultureInfo.InvariantCulture) : RoundsDefault;
        var duration = TimeSpan.FromSeconds(numbers.Length > 1 ? double.Parse(numbers[1], CultureInfo.InvariantCulture) : SecondsDefault);
        using var engine = await ServerProcess.StartAsync("engine");
        using var bound = await ServerProcess.StartAsync("bound");

        Console.WriteLine("| scenario | | processor, µs | allocated, bytes | requests/s | p99, ms |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (var scenario in Scenario.All)
        {
            await RequireSameAnswerAsync(engine, bound, scenario);
            ServerProcess[] servers = [engine, bound];
            List<Round>[] results = [[], []];

            // The first round of each warms up and is not counted.
            for (var round = 0; round <= rounds; round++)
            {
                for (var i = 0; i < servers.Length; i++)
                {
                    // Whoever begins has the other's cool caches: take turns in that, too.
                    var server = (i + round) % servers.Length;
                    var result = await Load.RunAsync(servers[server], scenario, duration);
                    if (round > 0)
                    {
                        results[server].Add(result);
                    }
                }
            }

            Print(scenario, results[0], results[1]);
        }

        return 0;
    }

    private static async Task RequireSameAnswerAsync(ServerProcess engine, ServerProcess bound, Scenario scenario)
    {
        var answers = new List<JsonNode?>();
        foreach (var server in (ServerProcess[])[engine, bound])
        {
            using var content = new ByteArrayContent(scenario.Body) { Headers = { ContentType = new("application/json") } };
            using var response = await server.Client.PostAsync(new Uri($"/{scenario.Name}", UriKind.Relative), content);
            answers.Add(JsonNode.Parse(await response.Content.ReadAsStringAsync()));
        }

        if (!JsonNode.DeepEquals(answers[0], answers[1]))
        {
            throw new InvalidOperationException($"The answers to {scenario.Name} differ:\n{answers[0]}\n{answers[1]}");
        }
    }

    private static void Print(Scenario scenario, List<Round> engine, List<Round> bound)
    {
        Func<Round, double>[] columns = [round => round.Processor, round => round.Allocated, round => round.Rate, round => round.P99];
        double[] own = [.. columns.Select(column => Median(engine, column))];
        double[] other = [.. columns.Select(column => Median(bound, column))];
        Console.WriteLine(FormattableString.Invariant($"| {scenario.Name} | engine | {own[0]:F1} | {own[1]:F0} | {own[2]:F0} | {own[3]:F2} |"));
        Console.WriteLine(FormattableString.Invariant($"| | bound | {other[0]:F1} | {other[1]:F0} | {other[2]:F0} | {other[3]:F2} |"));
        Console.WriteLine(FormattableString.Invariant(
            $"| | ratio | {own[0] / other[0]:F2} | {own[1] / other[1]:F2} | {own[2] / other[2]:F2} | {own[3] / other[3]:F2} |"));
    }

    private static double Median(List<Round> rounds, Func<Round, double> column) => rounds.Select(column).Order().ElementAt(rounds.Count / 2);
}
