using System.Net;
using System.Net.Http.Headers;
using Webox.GraphQL.Tests.Generations;

namespace Webox.GraphQL.Tests.Operations;

public sealed class MetricsTests
{
    [Fact]
    public async Task Counters_are_read_by_whoever_has_the_token()
    {
        await using var app = await WeboxApp.StartAsync(settings: new Dictionary<string, string?> { ["WEBOX_METRICS_TOKEN"] = "of-a-test" });
        var token = await app.SignInWithCreditsAsync(10);
        await app.FinishedAsync(token, (await app.GenerateTextAsync(token, "Bonjour")).GetProperty("generateText").GetProperty("generation").GetProperty("id").GetString()!);

        Assert.Equal(HttpStatusCode.NotFound, (await app.Http.GetAsync(new Uri("/metrics", UriKind.Relative))).StatusCode);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/metrics", UriKind.Relative));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "of-a-test");
        using var answer = await app.Http.SendAsync(request);
        var lines = (await answer.Content.ReadAsStringAsync()).Split('\n');

        Assert.Equal("text/plain", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("# TYPE webox_fenced_total counter", lines);
        Assert.Contains(lines, line => line.StartsWith("webox_fenced_total ", StringComparison.Ordinal));

        // Of this process: other servers of the tests count in it, too.
        Assert.Contains(lines, line => line.StartsWith("webox_provider_calls_total{provider=\"Sandbox\"} ", StringComparison.Ordinal));
    }
}
