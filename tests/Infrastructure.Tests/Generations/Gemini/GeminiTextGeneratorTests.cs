using System.Net;
using System.Text;
using Webox.Application.Generations;
using Webox.Domain.Generations;
using Webox.Infrastructure.Generations.Gemini;
using Webox.Infrastructure.Tests.Generations.OpenAi;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Generations.Gemini;

public sealed class GeminiTextGeneratorTests
{
    private const string Key = "AIza-canary-0123456789";

    private const string Start = "data: {\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"Hi\"}],\"role\":\"model\"},\"index\":0}]}\r\n\r\n";

    [Theory]
    [InlineData("STOP", FinishReason.Stop)]
    [InlineData("MAX_TOKENS", FinishReason.Length)]
    [InlineData("OTHER", FinishReason.Other)]
    [InlineData("MALFORMED_FUNCTION_CALL", FinishReason.Other)]
    [InlineData("SOMETHING_NEW", FinishReason.Other)]
    public async Task A_finish_reason_has_a_word_of_ours(string theirs, FinishReason ours)
    {
        var reading = await ReadAsync(Start + End(theirs));

        Assert.Equal(("Hi", new TextChunk.Finished(ours, new TokenUsage(4, 10))), (reading.Text, reading.End));
    }

    [Theory]
    [InlineData("SAFETY")]
    [InlineData("RECITATION")]
    [InlineData("BLOCKLIST")]
    [InlineData("PROHIBITED_CONTENT")]
    [InlineData("SPII")]
    public async Task An_answer_that_is_blocked_is_a_matter_of_content(string reason)
    {
        var failure = (await ReadAsync(Start + End(reason))).Failure;

        Assert.Equal((GenerationFailureCode.ContentPolicy, false), (failure?.Code, failure?.IsRetryable));
    }

    [Theory]
    [InlineData("{\"error\":{\"code\":503,\"message\":\"AIza-canary-0123456789\",\"status\":\"UNAVAILABLE\"}}", GenerationFailureCode.ProviderUnavailable, true)]
    [InlineData("{\"error\":{\"code\":400,\"status\":\"INVALID_ARGUMENT\"}}", GenerationFailureCode.ProviderRejected, false)]
    [InlineData("{\"error\":{\"status\":\"RESOURCE_EXHAUSTED\"}}", GenerationFailureCode.RateLimited, true)]
    [InlineData("{\"error\":{\"status\":\"PERMISSION_DENIED\"}}", GenerationFailureCode.ProviderRejected, false)]
    [InlineData("{\"error\":{}}", GenerationFailureCode.ProviderUnavailable, true)]
    [InlineData("{\r\n  \"error\": {\r\n    \"code\": 429\r\n  }\r\n}\r\n", GenerationFailureCode.RateLimited, true)]
    public async Task An_error_in_a_stream_is_a_failure_bare_or_as_a_frame(string error, GenerationFailureCode code, bool isRetryable)
    {
        var frame = "data: " + error.ReplaceLineEndings("") + "\r\n\r\n";
        foreach (var stream in (string[])[Start + error, Start + frame + End("STOP"), error])
        {
            var failure = (await ReadAsync(stream)).Failure;

            Assert.Equal((code, isRetryable), (failure?.Code, failure?.IsRetryable));
            Assert.DoesNotContain(Key, failure!.ToString(), StringComparison.Ordinal);
        }

        await RecordedStreams.FailsAsync(Adapter, Encoding.UTF8.GetBytes(Start + frame + End("STOP")), code);
        for (var length = 1; length < error.TrimEnd().Length; length++)
        {
            Assert.Equal(GenerationFailureCode.StreamInterrupted, (await ReadAsync(Start + error[..length])).Failure?.Code);
        }
    }

    [Theory]
    [InlineData(Start)]
    [InlineData("")]
    [InlineData("data: <html>\n\n")]
    [InlineData("data: null\n\n")]
    [InlineData("data: {\"candidates\":[null]}\n\n")]
    [InlineData("data: {\"candidates\":[{\"content\":{\"parts\":[null]}}]}\n\n")]
    [InlineData("data: {\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"\\ud83d\"}]},\"finishReason\":\"STOP\"}]}\n\n")]
    public async Task An_answer_without_its_end_is_interrupted(string stream)
    {
        var failure = (await ReadAsync(stream)).Failure;

        Assert.Equal((GenerationFailureCode.StreamInterrupted, true), (failure?.Code, failure?.IsRetryable));
    }

    [Fact]
    public async Task Without_a_count_of_tokens_only_an_orderly_end_makes_the_answer_whole()
    {
        var uncounted = Encoding.UTF8.GetBytes(Start + "data: {\"candidates\":[{\"finishReason\":\"STOP\"}]}\r\n\r\n");

        var whole = await RecordedStreams.ReadAsync(Adapter, new MemoryStream(uncounted));
        var broken = await RecordedStreams.ReadAsync(Adapter, new DrippingStream(uncounted, 64, new IOException("reset")));

        Assert.Equal(new TextChunk.Finished(FinishReason.Stop, Usage: null), whole.End);
        Assert.Equal(GenerationFailureCode.StreamInterrupted, broken.Failure?.Code);
    }

    [Fact]
    public async Task Thoughts_are_not_the_answer_but_are_counted() =>
        Assert.Equal(
            "Hi",
            (await ReadAsync("data: {\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"hmm\",\"thought\":true}]}}]}\n\n" + Start + End("STOP"))).Text);

    [Theory]
    [InlineData("\"36s\"", 36.0)]
    [InlineData("\"1.5s\"", 1.5)]
    [InlineData("\"999999999s\"", 86_400.0)]
    [InlineData("\"soon\"", null)]
    [InlineData("7", null)]
    public async Task How_long_to_wait_stands_in_the_body(string delay, double? seconds)
    {
        var body = Encoding.UTF8.GetBytes($"{{\"error\":{{\"code\":429,\"details\":[{{\"@type\":\"x\"}},{{\"retryDelay\":{delay}}}]}}}}");

        var failure = await RefusedAsync(new ScriptedHttp(HttpStatusCode.TooManyRequests, () => new MemoryStream(body), "application/json"));

        Assert.Equal((GenerationFailureCode.RateLimited, seconds), (failure.Code, failure.RetryAfter?.TotalSeconds));
    }

    [Fact]
    public async Task The_key_stands_in_its_header_alone()
    {
        var http = await SendAsync("v1beta", new TextRequest("gemini-2.5-flash", "Say hello", null, null, 64));

        Assert.Equal(Key, http.Request!.Headers.GetValues("x-goog-api-key").Single());
        Assert.DoesNotContain(Key, http.Request.RequestUri + http.RequestBody, StringComparison.Ordinal);
        Assert.Null(http.Request.Headers.Authorization);
    }

    internal static GeminiTextGenerator Adapter(HttpClient http) => Adapter(http, "v1beta");

    internal static async Task<ScriptedHttp> SendAsync(string version, TextRequest request)
    {
        var http = new ScriptedHttp(HttpStatusCode.OK, () => new MemoryStream(Encoding.UTF8.GetBytes(Start + End("STOP"))));
        await CollectAsync(http, version, request);
        return http;
    }

    internal static Task<ProviderFailureException> RefusedAsync(ScriptedHttp http) => Assert.ThrowsAsync<ProviderFailureException>(
        () => CollectAsync(http, "v1beta", new TextRequest("gemini-2.5-flash", "Say hello", null, null, 64)));

    private static async Task CollectAsync(ScriptedHttp http, string version, TextRequest request)
    {
        using var generator = Adapter(new HttpClient(http), version);
        await foreach (var chunk in generator.StreamAsync(request, default))
        {
            Assert.NotNull(chunk);
        }
    }

    private static GeminiTextGenerator Adapter(HttpClient http, string version) =>
        new(new GeminiOptions(new Uri($"http://127.0.0.1/{version}/models/"), Key), http, new ManualClock());

    private static string End(string reason) =>
        $"data: {{\"candidates\":[{{\"finishReason\":\"{reason}\",\"index\":0}}],\"usageMetadata\":{{\"promptTokenCount\":4,\"candidatesTokenCount\":7,\"thoughtsTokenCount\":3}}}}\r\n\r\n";

    private static Task<Reading> ReadAsync(string stream) => RecordedStreams.ReadAsync(Adapter, new MemoryStream(Encoding.UTF8.GetBytes(stream)));
}
