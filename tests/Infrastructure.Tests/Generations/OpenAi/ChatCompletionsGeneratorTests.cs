using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Webox.Application.Generations;
using Webox.Domain.Generations;
using Webox.Infrastructure.Generations.OpenAi;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Generations.OpenAi;

public sealed class ChatCompletionsGeneratorTests
{
    private const string Key = "sk-canary-0123456789";

    private const string Whole =
        "data: {\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\"},\"finish_reason\":null}]}\n\n" +
        "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Héllo \"},\"finish_reason\":null}]}\n\n" +
        "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"wörld €🙂\"},\"finish_reason\":null}]}\n\n" +
        "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n" +
        "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":3,\"total_tokens\":12}}\n\n" +
        "data: [DONE]\n\n";

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100_000)]
    public async Task A_whole_stream_is_an_answer_however_its_bytes_are_cut(int atATime)
    {
        var (text, end) = await ReadAsync(Whole, atATime);

        Assert.Equal("Héllo wörld €🙂", text);
        Assert.Equal(new TextChunk.Finished(FinishReason.Stop, new TokenUsage(9, 3)), end);
    }

    [Fact]
    public async Task Carriage_returns_comments_and_other_fields_change_nothing()
    {
        var dressed = ": keep-alive\r\n\r\n" + Whole.Replace("data: ", "event: message\nid: 7\ndata:", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal);

        Assert.Equal("Héllo wörld €🙂", (await ReadAsync(dressed, 3)).Text);
    }

    [Fact]
    public async Task A_stream_that_ends_at_any_byte_before_its_end_is_interrupted_and_its_text_is_a_beginning_of_the_whole()
    {
        var bytes = Encoding.UTF8.GetBytes(Whole);
        for (var length = 0; length < bytes.Length; length++)
        {
            var (text, end, failure) = await TryReadAsync(new DrippingStream(bytes[..length], 512));

            Assert.Null(end);
            Assert.Equal((GenerationFailureCode.StreamInterrupted, true), (failure?.Code, failure?.IsRetryable));
            Assert.StartsWith(text, "Héllo wörld €🙂", StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_connection_that_breaks_is_an_interruption_not_an_end()
    {
        var bytes = Encoding.UTF8.GetBytes(Whole);
        var (text, end, failure) = await TryReadAsync(new DrippingStream(bytes[..300], 512, new IOException("reset")));

        Assert.Null(end);
        Assert.Equal(GenerationFailureCode.StreamInterrupted, failure?.Code);
        Assert.StartsWith(text, "Héllo wörld €🙂", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("data: {\"choices\":[{\"delta\":{\"content\":\"a\"},\"finish_reason\":null}]}\n\ndata: [DONE]\n\n", GenerationFailureCode.StreamInterrupted, true)]
    [InlineData("data: <html>\n\ndata: [DONE]\n\n", GenerationFailureCode.StreamInterrupted, true)]
    [InlineData("data: null\n\n", GenerationFailureCode.StreamInterrupted, true)]
    [InlineData("data: {\"choices\":[null]}\n\n", GenerationFailureCode.StreamInterrupted, true)]
    [InlineData("data: {\"choices\":[{\"delta\":{\"content\":\"\\ud83d\"}}]}\n\n", GenerationFailureCode.StreamInterrupted, true)]
    [InlineData("data: {\"error\":{\"type\":\"server_error\",\"code\":null}}\n\ndata: [DONE]\n\n", GenerationFailureCode.ProviderUnavailable, true)]
    [InlineData("data: {\"error\":{\"type\":\"requests\",\"code\":\"rate_limit_exceeded\"}}\n\n", GenerationFailureCode.RateLimited, true)]
    [InlineData("data: {\"error\":{\"type\":\"invalid_request_error\",\"code\":\"content_policy_violation\"}}\n\n", GenerationFailureCode.ContentPolicy, false)]
    [InlineData("data: {\"error\":{\"type\":\"insufficient_quota\",\"code\":\"insufficient_quota\"}}\n\n", GenerationFailureCode.ProviderUnavailable, false)]
    [InlineData("", GenerationFailureCode.StreamInterrupted, true)]
    public async Task A_broken_stream_is_a_failure(string stream, GenerationFailureCode code, bool isRetryable)
    {
        var (_, end, failure) = await TryReadAsync(new DrippingStream(Encoding.UTF8.GetBytes(stream), 64));

        Assert.Null(end);
        Assert.Equal((code, isRetryable), (failure?.Code, failure?.IsRetryable));
    }

    [Theory]
    [InlineData(400, "{\"error\":{\"type\":\"invalid_request_error\",\"code\":null}}", GenerationFailureCode.ProviderRejected, false)]
    [InlineData(400, "{\"error\":{\"type\":\"image_generation_user_error\",\"code\":\"moderation_blocked\"}}", GenerationFailureCode.ContentPolicy, false)]
    [InlineData(401, "{\"error\":{\"code\":\"invalid_api_key\"}}", GenerationFailureCode.ProviderRejected, false)]
    [InlineData(403, "", GenerationFailureCode.ProviderRejected, false)]
    [InlineData(404, "{\"error\":{\"code\":\"model_not_found\"}}", GenerationFailureCode.ProviderRejected, false)]
    [InlineData(408, "", GenerationFailureCode.ProviderUnavailable, true)]
    [InlineData(409, "", GenerationFailureCode.ProviderUnavailable, true)]
    [InlineData(429, "{\"error\":{\"type\":\"requests\",\"code\":\"rate_limit_exceeded\"}}", GenerationFailureCode.RateLimited, true)]
    [InlineData(429, "{\"error\":{\"type\":\"insufficient_quota\",\"code\":\"insufficient_quota\"}}", GenerationFailureCode.ProviderUnavailable, false)]
    [InlineData(429, "<html>", GenerationFailureCode.RateLimited, true)]
    [InlineData(500, "{\"error\":{\"code\":500}}", GenerationFailureCode.ProviderUnavailable, true)]
    [InlineData(503, "overloaded", GenerationFailureCode.ProviderUnavailable, true)]
    [InlineData(503, "{\"error\":{\"code\":\"\\ud83d\"}}", GenerationFailureCode.ProviderUnavailable, true)]
    [InlineData(302, "", GenerationFailureCode.ProviderRejected, false)]
    public async Task A_refusal_is_final_or_not_by_its_status_and_code(int status, string body, GenerationFailureCode code, bool isRetryable)
    {
        var failure = await RefusedAsync(status, body);

        Assert.Equal((code, isRetryable), (failure.Code, failure.IsRetryable));
    }

    [Theory]
    [InlineData("17", 17.0)]
    [InlineData("1.5", 1.5)]
    [InlineData("Fri, 02 Jan 2026 03:04:35 GMT", 30.0)]
    [InlineData("Thu, 01 Jan 2026 00:00:00 GMT", 0.0)]
    [InlineData("99999999999999", 86_400.0)]
    [InlineData("soon", null)]
    public async Task Retry_after_is_read_in_seconds_and_as_a_date(string header, double? seconds)
    {
        var failure = await RefusedAsync(429, "", headers => headers.TryAddWithoutValidation("Retry-After", header));

        Assert.Equal(seconds, failure.RetryAfter?.TotalSeconds);
    }

    [Fact]
    public async Task Retry_after_in_milliseconds_goes_before_seconds()
    {
        var failure = await RefusedAsync(429, "", headers =>
        {
            headers.TryAddWithoutValidation("retry-after-ms", "250");
            headers.TryAddWithoutValidation("retry-after", "9");
        });

        Assert.Equal(TimeSpan.FromMilliseconds(250), failure.RetryAfter);
    }

    [Fact]
    public async Task Nothing_that_the_provider_writes_and_no_key_is_repeated()
    {
        var failure = await RefusedAsync(401, $"{{\"error\":{{\"message\":\"Incorrect API key provided: {Key}.\",\"code\":\"{Key}\"}}}}");

        Assert.DoesNotContain(Key, failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Incorrect", failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Key, new OpenAiOptions(AiProvider.Openai, new Uri("https://x/"), Key).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_is_no_stream_is_no_answer()
    {
        var http = new ScriptedHttp(HttpStatusCode.OK, () => new MemoryStream("{\"error\":{}}"u8.ToArray()), "application/json");

        var failure = await Assert.ThrowsAsync<ProviderFailureException>(() => CollectAsync(http));

        Assert.Equal((GenerationFailureCode.ProviderUnavailable, true), (failure.Code, failure.IsRetryable));
    }

    [Fact]
    public async Task A_line_without_end_does_not_fill_the_memory()
    {
        var (_, end, failure) = await TryReadAsync(new DrippingStream(new byte[1024 * 1024 + 100], 8192));

        Assert.Null(end);
        Assert.Equal((GenerationFailureCode.ProviderRejected, false), (failure?.Code, failure?.IsRetryable));
    }

    [Fact]
    public async Task Without_a_count_of_tokens_the_answer_is_still_whole()
    {
        var (_, end) = await ReadAsync("data: {\"choices\":[{\"delta\":{\"content\":\"a\"},\"finish_reason\":\"length\"}]}\n\ndata: [DONE]\n\n", 64);

        Assert.Equal(new TextChunk.Finished(FinishReason.Length, Usage: null), end);
    }

    [Theory]
    [InlineData(AiProvider.Openai, "max_completion_tokens", "max_tokens")]
    [InlineData(AiProvider.OpenaiCompatible, "max_tokens", "max_completion_tokens")]
    public async Task The_limit_of_tokens_has_the_name_its_server_knows(AiProvider provider, string sent, string notSent)
    {
        var http = new ScriptedHttp(HttpStatusCode.OK, () => new MemoryStream(Encoding.UTF8.GetBytes(Whole)));

        await CollectAsync(http, provider);

        Assert.Contains($"\"{sent}\":100", http.RequestBody, StringComparison.Ordinal);
        Assert.DoesNotContain($"\"{notSent}\"", http.RequestBody, StringComparison.Ordinal);
        Assert.Equal($"Bearer {Key}", http.Request!.Headers.Authorization!.ToString());
        Assert.DoesNotContain(Key, http.RequestBody + http.Request.RequestUri, StringComparison.Ordinal);
    }

    internal static async Task<(string Text, TextChunk? End)> CollectAsync(ScriptedHttp http, AiProvider provider = AiProvider.Openai)
    {
        var text = new StringBuilder();
        var end = await CollectAsync(http, provider, text);
        return (text.ToString(), end);
    }

    private static async Task<TextChunk?> CollectAsync(ScriptedHttp http, AiProvider provider, StringBuilder text)
    {
        using var generator = new ChatCompletionsGenerator(
            new OpenAiOptions(provider, new Uri("http://127.0.0.1/v1/"), Key),
            provider is AiProvider.Openai ? ChatDialect.OpenAi : ChatDialect.Compatible,
            new HttpClient(http),
            new ManualClock());
        TextChunk? end = null;
        await foreach (var chunk in generator.StreamAsync(new TextRequest("gpt-4o-mini", "Say hello", "You are terse.", null, 100), default))
        {
            Assert.Null(end);
            text.Append((chunk as TextChunk.Delta)?.Text);
            end = chunk as TextChunk.Finished;
        }

        return end;
    }

    private static Task<(string Text, TextChunk? End)> ReadAsync(string stream, int atATime) =>
        CollectAsync(new ScriptedHttp(HttpStatusCode.OK, () => new DrippingStream(Encoding.UTF8.GetBytes(stream), atATime)));

    private static async Task<(string Text, TextChunk? End, ProviderFailureException? Failure)> TryReadAsync(Stream stream)
    {
        var text = new StringBuilder();
        try
        {
            var end = await CollectAsync(new ScriptedHttp(HttpStatusCode.OK, () => stream), AiProvider.Openai, text);
            return (text.ToString(), end, null);
        }
        catch (ProviderFailureException failure)
        {
            return (text.ToString(), null, failure);
        }
    }

    private static Task<ProviderFailureException> RefusedAsync(int status, string body, Action<HttpResponseHeaders>? headers = null) =>
        Assert.ThrowsAsync<ProviderFailureException>(() => CollectAsync(
            new ScriptedHttp((HttpStatusCode)status, () => new MemoryStream(Encoding.UTF8.GetBytes(body)), "application/json") { Headers = headers ?? (_ => { }) }));
}
