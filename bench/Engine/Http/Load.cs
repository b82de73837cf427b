using System.Diagnostics;
using System.Net.Http.Headers;

namespace Webox.Bench.Engine.Http;

/// <summary>Sends one request again and again over a few connections.</summary>
internal static class Load
{
    private const int Connections = 8;

    public static async Task<Round> RunAsync(ServerProcess server, Scenario scenario, TimeSpan duration)
    {
        var before = await server.UsageAsync();
        var watch = Stopwatch.StartNew();
        var times = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => SendAsync(server.Client, scenario, watch, duration)));
        var seconds = watch.Elapsed.TotalSeconds;
        var after = await server.UsageAsync();

        double[] sorted = [.. times.SelectMany(own => own).Order()];
        return new Round(
            (after.Processor - before.Processor) * 1000 / sorted.Length,
            (after.Allocated - before.Allocated) / (double)sorted.Length,
            sorted.Length / seconds,
            sorted[(int)(sorted.Length * 0.99)]);
    }

    private static async Task<List<double>> SendAsync(HttpClient client, Scenario scenario, Stopwatch watch, TimeSpan duration)
    {
        var times = new List<double>();
        var address = new Uri($"/{scenario.Name}", UriKind.Relative);
        var body = scenario.Body;
        while (watch.Elapsed < duration)
        {
            var began = watch.Elapsed;
            using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
            using var response = await client.PostAsync(address, content);
            response.EnsureSuccessStatusCode();
            await response.Content.ReadAsByteArrayAsync();
            times.Add((watch.Elapsed - began).TotalMilliseconds);
        }

        return times;
    }
}

/// <param name="Processor">Of the server, for one request, in microseconds.</param>
/// <param name="Allocated">Of the server, for one request, in bytes.</param>
/// <param name="Rate">Requests a second.</param>
/// <param name="P99">Milliseconds.</param>
internal readonly record struct Round(double Processor, double Allocated, double Rate, double P99);
