using System.Text.Json;
using Webox.Application.Generations;
using Webox.Domain.Generations;
using Webox.Infrastructure.Tests.Generations.OpenAi;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Generations.Gemini;

/// <summary>Our client against Google's own document, and against recorded traffic of its official packages.</summary>
public sealed class GeminiContractTests
{
    [ContractFact]
    public async Task The_request_is_the_official_packages_without_its_safety_settings()
    {
        var http = await GeminiTextGeneratorTests.SendAsync("v1beta", new TextRequest("gemini-2.5-flash", "Say hello", "You are terse.", 0.2, 64));

        new RecordedExchange("gemini-stream.json").AssertSent(http, only: ["safetySettings"]);
    }

    [ContractFact]
    public async Task The_request_is_the_latest_packages_with_a_limit_of_tokens()
    {
        var http = await GeminiTextGeneratorTests.SendAsync("v1", new TextRequest("gemini-3.8-flash", "hi", null, null, 64));

        new RecordedExchange("gemini-latest-stream.json").AssertSent(http, also: ["generationConfig"]);
    }

    [ContractFact]
    public async Task Earlier_turns_and_images_are_sent_as_the_official_package_does()
    {
        using var sent = JsonDocument.Parse((await GeminiTextGeneratorTests.SendAsync("v1beta", Talk.About("gemini-2.5-flash", "cat"))).RequestBody!);
        var theirs = new RecordedExchange("gemini-chat-history-image-json.json").Sent.GetProperty("contents");

        Assert.True(JsonElement.DeepEquals(theirs, sent.RootElement.GetProperty("contents")), sent.RootElement.GetRawText());
    }

    [ContractFact]
    public async Task Earlier_turns_and_images_fit_the_document()
    {
        var http = await GeminiTextGeneratorTests.SendAsync("v1beta", Talk.About("gemini-2.5-flash") with { Images = [Talk.Picture] });
        using var body = JsonDocument.Parse(http.RequestBody!);

        Assert.Empty(new OpenApiSchema(Contracts.Read("gemini.openapi.json")).Problems("GenerateContentRequest", body.RootElement));
    }

    [ContractFact]
    public async Task The_request_fits_the_document()
    {
        var http = await GeminiTextGeneratorTests.SendAsync("v1beta", new TextRequest("gemini-2.5-flash", "Say hello", "You are terse.", 0.2, 64));
        using var body = JsonDocument.Parse(http.RequestBody!);

        Assert.Empty(new OpenApiSchema(Contracts.Read("gemini.openapi.json")).Problems("GenerateContentRequest", body.RootElement));
    }

    [ContractTheory]
    [InlineData("""{"contents":[{"parts":{"text":"a"}}]}""")]
    [InlineData("""{"contents":[{"parts":[{"text":"a"}]}],"generationConfig":{"temperature":"warm"}}""")]
    [InlineData("""{"contents":[{"parts":[{"text":"a"}]}],"generationConfig":{"responseModalities":["PICTURE"]}}""")]
    [InlineData("""{"generationConfig":{}}""")]
    public void The_validator_sees_a_wrong_request(string request)
    {
        using var wrong = JsonDocument.Parse(request);

        Assert.NotEmpty(new OpenApiSchema(Contracts.Read("gemini.openapi.json")).Problems("GenerateContentRequest", wrong.RootElement));
    }

    [ContractTheory]
    [InlineData("gemini-stream.json", "Héllo wörld €", true)]
    [InlineData("gemini-stream-lf.json", "Héllo wörld €", true)]
    [InlineData("gemini-latest-stream.json", "Hi", false)]
    public async Task A_recorded_stream_reads_as_the_official_package_read_it_and_never_otherwise(string recording, string text, bool isCounted)
    {
        var recorded = new RecordedExchange(recording).Body;

        var reading = await RecordedStreams.ReadAsync(GeminiTextGeneratorTests.Adapter, new MemoryStream(recorded));

        Assert.Equal((text, new TextChunk.Finished(FinishReason.Stop, isCounted ? new TokenUsage(4, 7) : null)), (reading.Text, reading.End));
        await RecordedStreams.HoldsAsync(GeminiTextGeneratorTests.Adapter, recorded, "\"finishReason\":\"STOP\"");
    }

    [ContractFact]
    public async Task A_recorded_error_frame_is_a_failure() => await RecordedStreams.FailsAsync(
        GeminiTextGeneratorTests.Adapter, new RecordedExchange("gemini-stream-error-frame.json").Body, GenerationFailureCode.ProviderUnavailable);

    [ContractTheory]
    [InlineData("gemini-error-400.json", GenerationFailureCode.ProviderRejected, false, null)]
    [InlineData("gemini-error-404.json", GenerationFailureCode.ProviderRejected, false, null)]
    [InlineData("gemini-error-429.json", GenerationFailureCode.RateLimited, true, null)]
    [InlineData("gemini-error-500.json", GenerationFailureCode.ProviderUnavailable, true, null)]
    [InlineData("gemini-latest-error-503.json", GenerationFailureCode.ProviderUnavailable, true, null)]
    [InlineData("gemini-stream-error-before.json", GenerationFailureCode.RateLimited, true, 36.0)]
    public async Task A_recorded_refusal_is_final_or_not(string recording, GenerationFailureCode code, bool isRetryable, double? retryAfter)
    {
        var failure = await GeminiTextGeneratorTests.RefusedAsync(new RecordedExchange(recording).Replay());

        Assert.Equal((code, isRetryable, retryAfter), (failure.Code, failure.IsRetryable, failure.RetryAfter?.TotalSeconds));
    }

    [ContractFact]
    public async Task A_recorded_blocked_prompt_is_a_matter_of_content()
    {
        var blocked = $"data: {System.Text.Encoding.UTF8.GetString(new RecordedExchange("gemini-chat-blocked-prompt.json").Body).ReplaceLineEndings("")}\r\n\r\n";

        await RecordedStreams.FailsAsync(
            GeminiTextGeneratorTests.Adapter, System.Text.Encoding.UTF8.GetBytes(blocked), GenerationFailureCode.ContentPolicy);
    }
}
