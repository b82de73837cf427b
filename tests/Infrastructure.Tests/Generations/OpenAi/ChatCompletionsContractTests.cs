using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Webox.Application.Generations;
using Webox.Domain.Generations;
using Webox.Infrastructure.Generations.OpenAi;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Generations.OpenAi;

/// <summary>Our client against OpenAI's own documents, and against recorded traffic of its official packages.</summary>
public sealed class ChatCompletionsContractTests
{
    [ContractFact]
    public async Task The_request_is_the_official_packages_with_a_limit_of_tokens() =>
        new RecordedExchange("openai-stream.json").AssertSent(await SendAsync(), also: ["max_completion_tokens"]);

    [ContractFact]
    public async Task Images_are_sent_as_the_official_package_does_without_its_detail()
    {
        var request = new TextRequest("gpt-4o-mini", "what is it", null, null, 64) { Images = [Talk.Picture] };
        var sent = JsonNode.Parse((await SendAsync(request)).RequestBody!)!["messages"]!;
        var theirs = JsonNode.Parse(new RecordedExchange("openai-chat-tools-json-image.json").Sent.GetProperty("messages").GetRawText())!;
        theirs[0]!["content"]![1]!["image_url"]!.AsObject().Remove("detail");

        Assert.True(JsonNode.DeepEquals(theirs, sent), sent.ToJsonString());
    }

    [ContractTheory]
    [InlineData("openai.openapi.json", "CreateChatCompletionRequest")]
    [InlineData("openai-2026-11.openapi.json", "ChatCreate")]
    public async Task Earlier_turns_and_images_fit_the_documents(string document, string schema) =>
        Validate(await SendAsync(Talk.About("m") with { SystemPrompt = "You are terse.", Images = [Talk.Picture] }), document, schema);

    [Fact]
    public async Task Turns_stand_in_their_order_between_instructions_and_prompt()
    {
        using var sent = JsonDocument.Parse((await SendAsync(Talk.About("m") with { SystemPrompt = "You are terse." })).RequestBody!);

        Assert.Equal(
            ["system", "user", "assistant", "user"],
            sent.RootElement.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("role").GetString()));
    }

    [ContractFact]
    public async Task The_request_fits_the_august_document() => Validate(await SendAsync(), "openai.openapi.json", "CreateChatCompletionRequest");

    [ContractFact]
    public async Task The_request_fits_the_november_document() => Validate(await SendAsync(), "openai-2026-11.openapi.json", "ChatCreate");

    [ContractTheory]
    [InlineData("openai.openapi.json", "CreateChatCompletionRequest")]
    [InlineData("openai-2026-11.openapi.json", "ChatCreate")]
    public void The_validator_sees_a_wrong_request(string document, string schema)
    {
        using var wrong = JsonDocument.Parse("""{"model":"m","messages":"no list","stream":true}""");
        using var missing = JsonDocument.Parse("""{"model":"m"}""");
        var contract = new OpenApiSchema(Contracts.Read(document));

        Assert.NotEmpty(contract.Problems(schema, wrong.RootElement));
        Assert.NotEmpty(contract.Problems(schema, missing.RootElement));
    }

    [ContractTheory]
    [InlineData("openai-stream.json", "Héllo wörld €", FinishReason.Stop)]
    [InlineData("openai-stream-tool-calls.json", "", FinishReason.Other)]
    [InlineData("dotnet-openai-stream.json", "Héllo wörld €", FinishReason.Stop)]
    public async Task A_recorded_stream_reads_as_the_official_package_read_it_and_never_otherwise(string recording, string text, FinishReason reason)
    {
        var recorded = new RecordedExchange(recording).Body;

        var reading = await RecordedStreams.ReadAsync(Adapter, new MemoryStream(recorded));

        Assert.Equal((text, reason), (reading.Text, reading.End?.Reason));
        await RecordedStreams.HoldsAsync(Adapter, recorded, "[DONE]");
    }

    [ContractFact]
    public async Task A_recorded_stream_tells_its_tokens() =>
        Assert.Equal(
            new TokenUsage(9, 3),
            (await RecordedStreams.ReadAsync(Adapter, new MemoryStream(new RecordedExchange("openai-stream.json").Body))).End?.Usage);

    [ContractTheory]
    [InlineData("openai-stream-error-frame.json", GenerationFailureCode.ProviderUnavailable)]
    [InlineData("openai-stream-multiline-data.json", GenerationFailureCode.StreamInterrupted)]
    public async Task A_recorded_stream_that_breaks_is_a_failure_where_official_packages_saw_an_answer(string recording, GenerationFailureCode code) =>
        await RecordedStreams.FailsAsync(Adapter, new RecordedExchange(recording).Body, code);

    [ContractTheory]
    [InlineData("openai-error-400.json", GenerationFailureCode.ProviderRejected, false, null)]
    [InlineData("openai-error-401.json", GenerationFailureCode.ProviderRejected, false, null)]
    [InlineData("openai-error-429-retry-after-1s-then-ok.json", GenerationFailureCode.RateLimited, true, 1.0)]
    [InlineData("openai-error-500-three-times.json", GenerationFailureCode.ProviderUnavailable, true, null)]
    [InlineData("openai-latest-error-500-three-times.json", GenerationFailureCode.ProviderUnavailable, true, null)]
    [InlineData("dotnet-openai-429.json", GenerationFailureCode.RateLimited, true, 1.0)]
    [InlineData("dotnet-openai-500.json", GenerationFailureCode.ProviderUnavailable, true, null)]
    public async Task A_recorded_refusal_is_final_or_not(string recording, GenerationFailureCode code, bool isRetryable, double? retryAfter)
    {
        var failure = await Assert.ThrowsAsync<ProviderFailureException>(
            () => ChatCompletionsGeneratorTests.CollectAsync(new RecordedExchange(recording).Replay()));

        Assert.Equal((code, isRetryable, retryAfter), (failure.Code, failure.IsRetryable, failure.RetryAfter?.TotalSeconds));
    }

    private static ChatCompletionsGenerator Adapter(HttpClient http) => new(
        new OpenAiOptions(AiProvider.Openai, new Uri("http://127.0.0.1/v1/"), "sk-1"), ChatDialect.OpenAi, http, new ManualClock());

    private static async Task<ScriptedHttp> SendAsync(TextRequest request)
    {
        var http = new ScriptedHttp(HttpStatusCode.OK, () => new MemoryStream(
            "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n"u8.ToArray()));
        using var generator = Adapter(new HttpClient(http));
        await foreach (var chunk in generator.StreamAsync(request, default))
        {
            Assert.NotNull(chunk);
        }

        return http;
    }

    private static async Task<ScriptedHttp> SendAsync()
    {
        var http = new ScriptedHttp(HttpStatusCode.OK, () => new MemoryStream(
            "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n"u8.ToArray()));
        await ChatCompletionsGeneratorTests.CollectAsync(http);
        return http;
    }

    private static void Validate(ScriptedHttp http, string document, string schema)
    {
        using var body = JsonDocument.Parse(http.RequestBody!);

        Assert.Empty(new OpenApiSchema(Contracts.Read(document)).Problems(schema, body.RootElement));
    }
}
