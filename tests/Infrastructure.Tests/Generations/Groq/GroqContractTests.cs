using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Webox.Application.Generations;
using Webox.Domain.Generations;
using Webox.Infrastructure.Generations.Groq;
using Webox.Infrastructure.Generations.OpenAi;
using Webox.Infrastructure.Tests.Generations.OpenAi;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Generations.Groq;

/// <summary>Groq's subset of OpenAI's protocol, against its own document and recorded traffic of its official package.</summary>
public sealed class GroqContractTests
{
    private const string Whole = "data: {\"choices\":[{\"delta\":{\"content\":\"Hi\"},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n";

    [ContractFact]
    public async Task The_request_is_the_official_packages_with_a_limit_of_tokens() =>
        new RecordedExchange("groq-stream.json").AssertSent(await SendAsync(temperature: null), also: ["max_completion_tokens"]);

    [ContractFact]
    public async Task Images_are_sent_as_the_official_package_does_without_its_detail()
    {
        var request = new TextRequest("llama-3.3-70b-versatile", "what is it", null, null, 64) { Images = [Talk.Picture] };
        var sent = JsonNode.Parse((await SendAsync(request)).RequestBody!)!["messages"]!;
        var theirs = JsonNode.Parse(new RecordedExchange("groq-chat-tools-json-image.json").Sent.GetProperty("messages").GetRawText())!;
        theirs[0]!["content"]![1]!["image_url"]!.AsObject().Remove("detail");

        Assert.True(JsonNode.DeepEquals(theirs, sent), sent.ToJsonString());
    }

    [ContractFact]
    public async Task Earlier_turns_and_images_fit_the_document()
    {
        using var body = JsonDocument.Parse((await SendAsync(Talk.About("m") with { Images = [Talk.Picture] })).RequestBody!);

        Assert.Empty(Contract().Problems("CreateChatCompletionRequest", body.RootElement));
    }

    [ContractFact]
    public async Task The_request_fits_the_document()
    {
        using var body = JsonDocument.Parse((await SendAsync(temperature: 0.2)).RequestBody!);

        Assert.Empty(Contract().Problems("CreateChatCompletionRequest", body.RootElement));
    }

    [ContractTheory]
    [InlineData("""{"model":"m","messages":[{"role":"user","content":"a"}],"stream_options":{"include_usage":true}}""")]
    [InlineData("""{"model":"m","messages":"no list"}""")]
    [InlineData("""{"model":"m"}""")]
    public void The_validator_sees_a_wrong_request(string request)
    {
        using var wrong = JsonDocument.Parse(request);

        Assert.NotEmpty(Contract().Problems("CreateChatCompletionRequest", wrong.RootElement));
    }

    [Fact]
    public async Task Nothing_is_sent_that_groq_refuses()
    {
        using var body = JsonDocument.Parse((await SendAsync(temperature: 2)).RequestBody!);

        Assert.Equal(
            ["max_completion_tokens", "messages", "model", "stream", "temperature"],
            body.RootElement.EnumerateObject().Select(field => field.Name).Order());
    }

    [ContractTheory]
    [InlineData("groq-stream.json", "Héllo wörld €", FinishReason.Stop)]
    [InlineData("groq-stream-tool-calls.json", "", FinishReason.Other)]
    public async Task A_recorded_stream_reads_as_the_official_package_read_it_and_never_otherwise(string recording, string text, FinishReason reason)
    {
        var recorded = new RecordedExchange(recording).Body;

        var reading = await RecordedStreams.ReadAsync(Adapter, new MemoryStream(recorded));

        Assert.Equal((text, reason), (reading.Text, reading.End?.Reason));
        await RecordedStreams.HoldsAsync(Adapter, recorded, "[DONE]");
    }

    [ContractFact]
    public async Task Tokens_are_counted_in_the_last_chunk() =>
        Assert.Equal(
            new TokenUsage(9, 3),
            (await RecordedStreams.ReadAsync(Adapter, new MemoryStream(new RecordedExchange("groq-stream.json").Body))).End?.Usage);

    [ContractTheory]
    [InlineData("groq-stream-error-frame.json", GenerationFailureCode.ProviderUnavailable)]
    [InlineData("groq-stream-multiline-data.json", GenerationFailureCode.StreamInterrupted)]
    public async Task A_recorded_stream_that_breaks_is_a_failure(string recording, GenerationFailureCode code) =>
        await RecordedStreams.FailsAsync(Adapter, new RecordedExchange(recording).Body, code);

    [Fact]
    public async Task A_stream_that_says_why_it_stops_early_is_no_answer()
    {
        const string stopped = "data: {\"choices\":[{\"delta\":{\"content\":\"Hi\"},\"finish_reason\":null}]}\n\n" +
            "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}],\"x_groq\":{\"id\":\"r\",\"error\":\"over capacity\"}}\n\ndata: [DONE]\n\n";

        await RecordedStreams.FailsAsync(Adapter, Encoding.UTF8.GetBytes(stopped), GenerationFailureCode.ProviderUnavailable);
    }

    [ContractTheory]
    [InlineData("groq-error-400.json", GenerationFailureCode.ProviderRejected, false)]
    [InlineData("groq-error-401.json", GenerationFailureCode.ProviderRejected, false)]
    [InlineData("groq-error-500-three-times.json", GenerationFailureCode.ProviderUnavailable, true)]
    public async Task A_recorded_refusal_is_final_or_not(string recording, GenerationFailureCode code, bool isRetryable)
    {
        var failure = await RefusedAsync(new RecordedExchange(recording).Replay());

        Assert.Equal((code, isRetryable), (failure.Code, failure.IsRetryable));
    }

    [Theory]
    [InlineData(498, GenerationFailureCode.ProviderUnavailable, true, null)]
    [InlineData(429, GenerationFailureCode.RateLimited, true, 2.0)]
    [InlineData(413, GenerationFailureCode.ProviderRejected, false, null)]
    [InlineData(422, GenerationFailureCode.ProviderRejected, false, null)]
    public async Task A_refusal_is_final_or_not_by_its_status(int status, GenerationFailureCode code, bool isRetryable, double? retryAfter)
    {
        var http = new ScriptedHttp((HttpStatusCode)status, () => new MemoryStream(), "application/json")
        {
            Headers = headers => headers.TryAddWithoutValidation("retry-after", retryAfter is null ? [] : ["2"]),
        };

        var failure = await RefusedAsync(http);

        Assert.Equal((code, isRetryable, retryAfter), (failure.Code, failure.IsRetryable, failure.RetryAfter?.TotalSeconds));
    }

    private static ChatCompletionsGenerator Adapter(HttpClient http) => new(
        new OpenAiOptions(AiProvider.Groq, new Uri("http://127.0.0.1/openai/v1/"), "gsk-1"), new GroqDialect(), http, new ManualClock());

    private static OpenApiSchema Contract() => new(Contracts.Read("groq.openapi.json"));

    private static Task<ScriptedHttp> SendAsync(double? temperature) => SendAsync(Request(temperature));

    private static async Task<ScriptedHttp> SendAsync(TextRequest request)
    {
        var http = new ScriptedHttp(HttpStatusCode.OK, () => new MemoryStream(Encoding.UTF8.GetBytes(Whole)));
        await CollectAsync(http, request);
        return http;
    }

    private static TextRequest Request(double? temperature) => new("llama-3.3-70b-versatile", "Say hello", "You are terse.", temperature, 64);

    private static Task<ProviderFailureException> RefusedAsync(ScriptedHttp http) =>
        Assert.ThrowsAsync<ProviderFailureException>(() => CollectAsync(http, Request(temperature: null)));

    private static async Task CollectAsync(ScriptedHttp http, TextRequest request)
    {
        using var generator = Adapter(new HttpClient(http));
        await foreach (var chunk in generator.StreamAsync(request, default))
        {
            Assert.NotNull(chunk);
        }
    }
}
