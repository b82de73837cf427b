using System.Net;
using System.Text.Json;
using Webox.Application.Generations;
using Webox.Domain.Generations;
using Webox.Infrastructure.Tests.Generations.OpenAi;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Generations.Anthropic;

/// <summary>Our client against Anthropic's documents of both versions, and against recorded traffic of its official packages.</summary>
public sealed class MessagesContractTests
{
    [ContractTheory]
    [InlineData("anthropic-stream.json", "2023-06-01")]
    [InlineData("anthropic-v2026-stream.json", "2026-10-21")]
    [InlineData("dotnet-anthropic-stream.json", "2026-10-21")]
    public async Task The_request_is_the_official_packages(string recording, string version) =>
        new RecordedExchange(recording).AssertSent(await MessagesGeneratorTests.SendAsync(version, Model(version), temperature: null));

    [ContractTheory]
    [InlineData("anthropic-chat-image-tools-history.json", "2023-06-01")]
    [InlineData("anthropic-v2026-chat-image-tools-history.json", "2026-10-21")]
    public async Task Earlier_turns_and_images_are_sent_as_the_official_packages_do(string recording, string version) =>
        new RecordedExchange(recording).AssertSent(
            await MessagesGeneratorTests.SendAsync(version, Talk.About(Model(version))), only: ["tools", "tool_choice"], also: ["stream"]);

    [ContractTheory]
    [InlineData("anthropic.openapi.json", "CreateMessageParams", "2023-06-01")]
    [InlineData("anthropic-2026-10-21.openapi.json", "MessageCreate", "2026-10-21")]
    public async Task Earlier_turns_and_images_fit_the_document(string document, string schema, string version)
    {
        var http = await MessagesGeneratorTests.SendAsync(version, Talk.About("m") with { Images = [Talk.Picture] });
        using var body = JsonDocument.Parse(http.RequestBody!);

        Assert.Empty(new OpenApiSchema(Contracts.Read(document)).Problems(schema, body.RootElement));
    }

    [ContractTheory]
    [InlineData("anthropic.openapi.json", "CreateMessageParams", "2023-06-01")]
    [InlineData("anthropic-2026-10-21.openapi.json", "MessageCreate", "2026-10-21")]
    public async Task The_request_fits_the_document(string document, string schema, string version)
    {
        var http = await MessagesGeneratorTests.SendAsync(version, Model(version), temperature: 0.7);
        using var body = JsonDocument.Parse(http.RequestBody!);

        Assert.Empty(new OpenApiSchema(Contracts.Read(document)).Problems(schema, body.RootElement));
    }

    [ContractTheory]
    [InlineData("anthropic.openapi.json", "CreateMessageParams", """{"model":"m","messages":[{"role":"user","content":"a"}]}""")]
    [InlineData("anthropic.openapi.json", "CreateMessageParams", """{"model":"m","max_tokens":1,"messages":[{"role":"system","content":"a"}]}""")]
    [InlineData("anthropic.openapi.json", "CreateMessageParams", """{"model":"m","max_tokens":1,"messages":[],"frequency_penalty":1}""")]
    [InlineData("anthropic-2026-10-21.openapi.json", "MessageCreate", """{"model":"m","messages":[{"role":"user","content":"a"}]}""")]
    [InlineData("anthropic-2026-10-21.openapi.json", "MessageCreate", """{"model":"m","max_tokens":1,"messages":[],"temperature":0.7}""")]
    public void The_validator_sees_a_wrong_request(string document, string schema, string request)
    {
        using var wrong = JsonDocument.Parse(request);

        Assert.NotEmpty(new OpenApiSchema(Contracts.Read(document)).Problems(schema, wrong.RootElement));
    }

    [ContractTheory]
    [InlineData("anthropic-stream.json", "Héllo wörld €", FinishReason.Stop, 15)]
    [InlineData("anthropic-stream-helper-final-message.json", "Héllo wörld €", FinishReason.Stop, 15)]
    [InlineData("anthropic-stream-thinking-tool.json", "", FinishReason.Other, 89)]
    [InlineData("anthropic-v2026-stream.json", "Héllo wörld €", FinishReason.Stop, 15)]
    [InlineData("anthropic-v2026-stream-helper-final-message.json", "Héllo wörld €", FinishReason.Stop, 15)]
    [InlineData("anthropic-v2026-stream-thinking-tool.json", "", FinishReason.Other, 89)]
    [InlineData("dotnet-anthropic-stream.json", "Héllo wörld €", FinishReason.Stop, 15)]
    public async Task A_recorded_stream_reads_as_the_official_package_read_it_and_never_otherwise(
        string recording, string text, FinishReason reason, int outputTokens)
    {
        var recorded = new RecordedExchange(recording).Body;

        var reading = await RecordedStreams.ReadAsync(MessagesGeneratorTests.Adapter, new MemoryStream(recorded));

        Assert.Equal((text, new TextChunk.Finished(reason, new TokenUsage(25, outputTokens))), (reading.Text, reading.End));
        await RecordedStreams.HoldsAsync(MessagesGeneratorTests.Adapter, recorded, "data: {\"type\":\"message_stop\"}");
    }

    [ContractTheory]
    [InlineData("anthropic-error-400.json", GenerationFailureCode.ProviderRejected, false, null)]
    [InlineData("anthropic-error-401.json", GenerationFailureCode.ProviderRejected, false, null)]
    [InlineData("anthropic-error-429-retry-after-then-ok.json", GenerationFailureCode.RateLimited, true, 1.0)]
    [InlineData("anthropic-error-529-three-times.json", GenerationFailureCode.ProviderUnavailable, true, null)]
    [InlineData("anthropic-v2026-error-400.json", GenerationFailureCode.ProviderRejected, false, null)]
    [InlineData("anthropic-v2026-error-401.json", GenerationFailureCode.ProviderRejected, false, null)]
    [InlineData("anthropic-v2026-error-429-retry-after-then-ok.json", GenerationFailureCode.RateLimited, true, 1.0)]
    [InlineData("anthropic-v2026-error-529-three-times.json", GenerationFailureCode.ProviderUnavailable, true, null)]
    [InlineData("dotnet-anthropic-529.json", GenerationFailureCode.ProviderUnavailable, true, null)]
    public async Task A_recorded_refusal_is_final_or_not(string recording, GenerationFailureCode code, bool isRetryable, double? retryAfter)
    {
        var failure = await Assert.ThrowsAsync<ProviderFailureException>(
            () => MessagesGeneratorTests.CollectAsync(new RecordedExchange(recording).Replay(), "2023-06-01", "m", temperature: null));

        Assert.Equal((code, isRetryable, retryAfter), (failure.Code, failure.IsRetryable, failure.RetryAfter?.TotalSeconds));
    }

    private static string Model(string version) => version == "2023-06-01" ? "claude-haiku-4-5" : "claude-sonnet-5-5";
}
