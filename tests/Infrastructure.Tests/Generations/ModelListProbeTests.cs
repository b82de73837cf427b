using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Webox.Application.Operations;
using Webox.Infrastructure.Generations;
using Webox.Infrastructure.Settings;

namespace Webox.Infrastructure.Tests.Generations;

public sealed class ModelListProbeTests
{
    private const string Canary = "CanaryCanaryCanaryCanary";

    [Theory]
    [InlineData(HttpStatusCode.OK, "application/json", true, "answered.")]
    [InlineData(HttpStatusCode.OK, "text/html", false, "answered with something else than JSON.")]
    [InlineData(HttpStatusCode.Unauthorized, "application/json", false, "refused the key (401).")]
    [InlineData(HttpStatusCode.Forbidden, "application/json", false, "refused the key (403).")]
    [InlineData(HttpStatusCode.BadRequest, "application/json", false, "refused the request or the key (400).")]
    [InlineData(HttpStatusCode.Found, "text/html", false, "answered 302.")]
    [InlineData(HttpStatusCode.TooManyRequests, "application/json", false, "answered 429.")]
    [InlineData(HttpStatusCode.BadGateway, "text/html", false, "answered 502.")]
    public async Task An_answer_is_told_by_its_kind(HttpStatusCode status, string mediaType, bool succeeded, string detail)
    {
        using var probe = Probe(_ => new HttpResponseMessage(status)
        {
            Content = new StringContent($"Incorrect API key provided: {Canary}", MediaTypeHeaderValue.Parse(mediaType)),
        });

        Assert.Equal(new ProbeResult(succeeded, $"GET https://models.test/v1/models: {detail}"), await probe.ProbeAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_provider_that_cannot_be_reached_is_a_line_and_so_is_a_key_that_cannot_be_sent()
    {
        using var unreachable = Probe(_ => throw new HttpRequestException($"No such host is known. ({Canary})"));
        using var unsendable = Probe(_ => throw new InvalidOperationException("It must not be sent."), key: $"{Canary}\nX-Other: 1");

        Assert.Equal("GET https://models.test/v1/models: cannot be reached.", (await unreachable.ProbeAsync(CancellationToken.None)).Detail);
        Assert.Equal("GET https://models.test/v1/models: the key has characters that cannot be sent.", (await unsendable.ProbeAsync(CancellationToken.None)).Detail);
    }

    [Fact]
    public async Task A_provider_that_does_not_answer_in_time_is_a_line()
    {
        using var probe = new ModelListProbe("OpenAI", new Uri("https://models.test/v1/models"), [], new HttpClient(new Silence()), new HurriedClock());

        Assert.Equal(new ProbeResult(false, "GET https://models.test/v1/models: no answer in 5 s."), await probe.ProbeAsync(CancellationToken.None));
    }

    [Fact]
    public async Task An_address_is_told_without_what_may_be_secret_in_it()
    {
        using var probe = new ModelListProbe(
            "OpenAI", new Uri($"https://user:{Canary}@models.test/v1/models?key={Canary}"), [], new HttpClient(new Handler(_ => new(HttpStatusCode.OK))), TimeProvider.System);

        Assert.DoesNotContain(Canary, (await probe.ProbeAsync(CancellationToken.None)).Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("OPENAI_API_KEY", "WEBOX_OPENAI_BASE_URL", "OpenAI", "/v1/models", "Authorization: Bearer key-of-mine")]
    [InlineData("ANTHROPIC_API_KEY", "WEBOX_ANTHROPIC_BASE_URL", "Anthropic", "/v1/models", "x-api-key: key-of-mine", "anthropic-version: 2023-06-01")]
    [InlineData("ANTHROPIC_API_KEY", "WEBOX_ANTHROPIC_BASE_URL", "Anthropic", "/v1/models", "Authorization: Bearer key-of-mine", "anthropic-version: 2026-10-21")]
    [InlineData("GOOGLE_API_KEY", "WEBOX_GOOGLE_BASE_URL", "Google", "/v1beta/models", "x-goog-api-key: key-of-mine")]
    [InlineData("GROQ_API_KEY", "WEBOX_GROQ_BASE_URL", "Groq", "/openai/v1/models", "Authorization: Bearer key-of-mine")]
    [InlineData("WEBOX_OPENAI_COMPATIBLE_API_KEY", "WEBOX_OPENAI_COMPATIBLE_BASE_URL", "OpenAI-compatible", "/v1/models", "Authorization: Bearer key-of-mine")]
    public async Task Each_provider_is_asked_as_its_reference_says(string key, string address, string provider, string path, params string[] headers)
    {
        await using var server = EchoServer.Start();
        var version = headers.Where(header => header.StartsWith("anthropic-version", StringComparison.Ordinal)).Select(header => header.Split(": ")[1]);
        using var probe = Create(provider, [(key, "key-of-mine"), (address, server.Address), .. version.Select(v => ("WEBOX_ANTHROPIC_VERSION", v))]);

        var result = await probe!.ProbeAsync(CancellationToken.None);

        Assert.Equal(new ProbeResult(true, $"GET {server.Address}{path}: answered."), result);
        Assert.Equal(path, server.Path);
        Assert.All(headers, header => Assert.Contains(header, server.Headers, StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_provider_without_its_key_is_not_asked_and_no_key_travels_over_http()
    {
        Assert.Null(Create("Anthropic"));
        Assert.Equal(
            "WEBOX_GROQ_BASE_URL must be an https address.",
            Assert.Throws<StartRefusedException>(() => Create("Groq", ("GROQ_API_KEY", "key"), ("WEBOX_GROQ_BASE_URL", "http://models.test"))).Message);
    }

    private static ModelListProbe? Create(string provider, params IEnumerable<(string Name, string Value)> settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value))
            .Build();
        var sources = new ServiceCollection().AddModelListProbes().BuildServiceProvider().GetServices<ProbeSource>();
        return (ModelListProbe?)sources.Single(source => source.Provider == provider).Create(configuration, TimeProvider.System);
    }

    private static ModelListProbe Probe(Func<HttpRequestMessage, HttpResponseMessage> answer, string key = Canary) => new(
        "OpenAI", new Uri("https://models.test/v1/models"), [("Authorization", $"Bearer {key}")], new HttpClient(new Handler(answer)), TimeProvider.System);

    private sealed class Handler(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(answer(request));
    }

    private sealed class Silence : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return new HttpResponseMessage();
        }
    }

    /// <summary>Every time is over at once.</summary>
    private sealed class HurriedClock : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            System.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
