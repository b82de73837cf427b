using System.Net;
using System.Text;
using System.Text.Json;
using Webox.Application.Generations;
using Webox.Domain.Generations;
using Webox.Infrastructure.Generations.Anthropic;
using Webox.Infrastructure.Tests.Generations.OpenAi;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Generations.Anthropic;

public sealed class MessagesGeneratorTests
{
    private const string Key = "sk-ant-canary-0123456789";

    private const string Start = "data: {\"type\":\"message_start\",\"message\":{\"usage\":{\"input_tokens\":25,\"output_tokens\":1}}}\n\n" +
        "data: {\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"Hi\"}}\n\n";

    private const string Stop = "data: {\"type\":\"message_stop\"}\n\n";

    [Theory]
    [InlineData("end_turn", FinishReason.Stop)]
    [InlineData("stop_sequence", FinishReason.Stop)]
    [InlineData("max_tokens", FinishReason.Length)]
    [InlineData("model_context_window_exceeded", FinishReason.Length)]
    [InlineData("tool_use", FinishReason.Other)]
    [InlineData("pause_turn", FinishReason.Other)]
    [InlineData("something_new", FinishReason.Other)]
    public async Task A_stop_reason_has_a_word_of_ours(string theirs, FinishReason ours)
    {
        var reading = await ReadAsync(Start + Delta(theirs) + Stop);

        Assert.Equal(("Hi", new TextChunk.Finished(ours, new TokenUsage(25, 15))), (reading.Text, reading.End));
    }

    [Fact]
    public async Task A_refusal_of_the_model_is_no_answer()
    {
        var failure = (await ReadAsync(Start + Delta("refusal") + Stop)).Failure;

        Assert.Equal((GenerationFailureCode.ContentPolicy, false), (failure?.Code, failure?.IsRetryable));
    }

    [Theory]
    [InlineData("overloaded_error", GenerationFailureCode.ProviderUnavailable, true)]
    [InlineData("api_error", GenerationFailureCode.ProviderUnavailable, true)]
    [InlineData("timeout_error", GenerationFailureCode.ProviderUnavailable, true)]
    [InlineData("rate_limit_error", GenerationFailureCode.RateLimited, true)]
    [InlineData("billing_error", GenerationFailureCode.ProviderUnavailable, false)]
    [InlineData("invalid_request_error", GenerationFailureCode.ProviderRejected, false)]
    [InlineData("authentication_error", GenerationFailureCode.ProviderRejected, false)]
    [InlineData("permission_error", GenerationFailureCode.ProviderRejected, false)]
    [InlineData("not_found_error", GenerationFailureCode.ProviderRejected, false)]
    [InlineData("request_too_large", GenerationFailureCode.ProviderRejected, false)]
    [InlineData("something_new", GenerationFailureCode.ProviderUnavailable, true)]
    public async Task An_error_inside_a_stream_of_success_is_a_failure(string type, GenerationFailureCode code, bool isRetryable)
    {
        var stream = Start + $"event: error\ndata: {{\"type\":\"error\",\"error\":{{\"type\":\"{type}\",\"message\":\"{Key}\"}}}}\n\n" + Delta("end_turn") + Stop;

        var reading = await ReadAsync(stream);

        Assert.Equal((code, isRetryable, "Hi"), (reading.Failure?.Code, reading.Failure?.IsRetryable, reading.Text));
        Assert.DoesNotContain(Key, reading.Failure!.ToString(), StringComparison.Ordinal);
        await RecordedStreams.FailsAsync(Adapter, Encoding.UTF8.GetBytes(stream), code);
    }

    [Theory]
    [InlineData(Start + Stop)]
    [InlineData(Start)]
    [InlineData("")]
    [InlineData("data: {\"type\":\"message_stop\"")]
    [InlineData("data: <html>\n\n" + Stop)]
    [InlineData("data: null\n\n" + Stop)]
    [InlineData("data: {\"type\":\"content_block_delta\",\"delta\":{\"type\":\"text_delta\",\"text\":\"\\ud83d\"}}\n\n")]
    public async Task An_answer_without_its_end_is_interrupted(string stream)
    {
        var failure = (await ReadAsync(stream)).Failure;

        Assert.Equal((GenerationFailureCode.StreamInterrupted, true), (failure?.Code, failure?.IsRetryable));
    }

    [Fact]
    public async Task Pings_thoughts_and_what_is_not_known_yet_say_nothing()
    {
        const string more = "event: ping\ndata: {\"type\":\"ping\"}\n\n" +
            "data: {\"type\":\"thought_of_tomorrow\",\"delta\":{\"type\":\"text_delta\",\"text\":\"no\"}}\n\n" +
            "data: {\"type\":\"content_block_delta\",\"delta\":{\"type\":\"thinking_delta\",\"thinking\":\"hmm\"}}\n\n" +
            "data: {\"type\":\"content_block_delta\",\"delta\":{\"type\":\"citations_delta\",\"citation\":{\"type\":\"page_location\"}}}\n\n" +
            "data: {\"type\":\"content_block_delta\",\"delta\":{\"type\":\"delta_of_tomorrow\",\"text\":\"no\"}}\n\n" +
            "data: {\"type\":\"content_block_start\",\"content_block\":{\"type\":\"text\",\"text\":\" there\"}}\n\n";

        Assert.Equal("Hi there", (await ReadAsync(Start + more + Delta("end_turn") + Stop)).Text);
    }

    [Fact]
    public async Task Without_a_count_of_tokens_the_answer_is_still_whole() =>
        Assert.Equal(
            new TextChunk.Finished(FinishReason.Stop, Usage: null),
            (await ReadAsync("data: {\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\"}}\n\n" + Stop)).End);

    [Theory]
    [InlineData(402, "billing_error", null, GenerationFailureCode.ProviderUnavailable, false)]
    [InlineData(413, "request_too_large", null, GenerationFailureCode.ProviderRejected, false)]
    [InlineData(504, "timeout_error", null, GenerationFailureCode.ProviderUnavailable, true)]
    [InlineData(529, "overloaded_error", "false", GenerationFailureCode.ProviderUnavailable, false)]
    [InlineData(400, "invalid_request_error", "true", GenerationFailureCode.ProviderRejected, true)]
    [InlineData(429, "rate_limit_error", "perhaps", GenerationFailureCode.RateLimited, true)]
    public async Task A_refusal_is_final_or_not_by_its_type_and_by_what_the_provider_advises(
        int status, string type, string? shouldRetry, GenerationFailureCode code, bool isRetryable)
    {
        var body = Encoding.UTF8.GetBytes($"{{\"type\":\"error\",\"error\":{{\"type\":\"{type}\",\"message\":\"{Key}\"}}}}");
        var http = new ScriptedHttp((HttpStatusCode)status, () => new MemoryStream(body), "application/json")
        {
            Headers = headers => headers.TryAddWithoutValidation("x-should-retry", shouldRetry is null ? [] : [shouldRetry]),
        };

        var failure = await Assert.ThrowsAsync<ProviderFailureException>(() => CollectAsync(http, "2023-06-01", "m", temperature: null));

        Assert.Equal((code, isRetryable), (failure.Code, failure.IsRetryable));
        Assert.DoesNotContain(Key, failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2023-06-01", 0.7, 0.7)]
    [InlineData("2023-06-01", 1.6, 1.0)]
    [InlineData("2023-06-01", null, null)]
    [InlineData("2026-10-21", 0.7, null)]
    public async Task Temperature_is_sent_where_it_exists_and_as_high_as_it_goes(string version, double? asked, double? sent)
    {
        using var body = JsonDocument.Parse((await SendAsync(version, "m", asked)).RequestBody!);

        Assert.Equal(sent, body.RootElement.TryGetProperty("temperature", out var temperature) ? temperature.GetDouble() : null);
        Assert.Equal(64, body.RootElement.GetProperty("max_tokens").GetInt32());
    }

    internal static MessagesGenerator Adapter(HttpClient http) => Adapter(http, "2023-06-01");

    internal static async Task<ScriptedHttp> SendAsync(string version, string model, double? temperature)
    {
        var http = new ScriptedHttp(HttpStatusCode.OK, () => new MemoryStream(Encoding.UTF8.GetBytes(Start + Delta("end_turn") + Stop)));
        await CollectAsync(http, version, model, temperature);
        return http;
    }

    internal static async Task<ScriptedHttp> SendAsync(string version, TextRequest request)
    {
        var http = new ScriptedHttp(HttpStatusCode.OK, () => new MemoryStream(Encoding.UTF8.GetBytes(Start + Delta("end_turn") + Stop)));
        await CollectAsync(http, version, request);
        return http;
    }

    internal static Task CollectAsync(ScriptedHttp http, string version, string model, double? temperature) =>
        CollectAsync(http, version, new TextRequest(model, "Say hello", "You are terse.", temperature, 64));

    private static async Task CollectAsync(ScriptedHttp http, string version, TextRequest request)
    {
        using var generator = Adapter(new HttpClient(http), version);
        await foreach (var chunk in generator.StreamAsync(request, default))
        {
            Assert.NotNull(chunk);
        }
    }

    private static MessagesGenerator Adapter(HttpClient http, string version) =>
        new(new AnthropicOptions(new Uri("http://127.0.0.1/v1/"), Key, version), http, new ManualClock());

    private static string Delta(string reason) =>
        $"data: {{\"type\":\"message_delta\",\"delta\":{{\"stop_reason\":\"{reason}\"}},\"usage\":{{\"output_tokens\":15}}}}\n\n";

    private static Task<Reading> ReadAsync(string stream) => RecordedStreams.ReadAsync(Adapter, new MemoryStream(Encoding.UTF8.GetBytes(stream)));
}
