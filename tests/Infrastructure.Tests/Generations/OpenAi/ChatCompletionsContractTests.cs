using System.Net;
using System.Text;
using System.Text.Json;
using Webox.Application.Generations;
using Webox.Domain.Generations;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Generations.OpenAi;

/// <summary>Our client against OpenAI's own documents, and against recorded traffic of its official packages.</summary>
public sealed class ChatCompletionsContractTests
{
    [ContractFact]
    public async Task The_request_is_the_official_packages_with_a_limit_of_tokens()
    {
        var recorded = Contracts.Read("recorded", "openai-stream.json").GetProperty("exchanges")[0].GetProperty("request");

        var http = await SendAsync();

        Assert.Equal(recorded.GetProperty("path").GetString(), http.Request!.RequestUri!.AbsolutePath);
        Assert.Equal(recorded.GetProperty("method").GetString(), http.Request.Method.Method);
        var body = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(http.RequestBody!)!;
        Assert.True(body.Remove("max_completion_tokens"));
        var expected = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(recorded.GetProperty("body"))!;
        Assert.Equal(expected.Keys.Order(), body.Keys.Order());
        Assert.All(expected, field => Assert.True(JsonElement.DeepEquals(field.Value, body[field.Key]), field.Key));
    }

    [ContractFact]
    public async Task The_request_fits_the_august_document() => Validate(await SendAsync(), "openai.openapi.json", "CreateChatCompletionRequest");

    [ContractFact]
    public async Task The_request_fits_the_november_document() => Validate(await SendAsync(), "openai-2026-11.openapi.json", "ChatCreate");

    [ContractFact]
    public void The_validator_sees_a_wrong_request()
    {
        using var wrong = JsonDocument.Parse("""{"model":"m","messages":"no list","stream":true}""");
        using var missing = JsonDocument.Parse("""{"model":"m"}""");
        var contract = new OpenApiSchema(Contracts.Read("openai.openapi.json"));

        Assert.NotEmpty(contract.Problems("CreateChatCompletionRequest", wrong.RootElement));
        Assert.NotEmpty(contract.Problems("CreateChatCompletionRequest", missing.RootElement));
    }

    [ContractFact]
    public async Task A_recorded_stream_reads_as_the_official_package_read_it()
    {
        var (text, end) = await ReplayAsync("openai-stream.json");

        Assert.Equal("Héllo wörld €", text);
        Assert.Equal(new TextChunk.Finished(FinishReason.Stop, new TokenUsage(9, 3)), end);
    }

    [ContractFact]
    public async Task A_recorded_error_frame_is_a_failure_where_the_official_package_for_net_saw_an_answer()
    {
        var failure = await Assert.ThrowsAsync<ProviderFailureException>(() => ReplayAsync("openai-stream-error-frame.json"));

        Assert.Equal((GenerationFailureCode.ProviderUnavailable, true), (failure.Code, failure.IsRetryable));
    }

    [ContractFact]
    public async Task A_recorded_stream_without_a_finish_reason_is_not_whole()
    {
        var failure = await Assert.ThrowsAsync<ProviderFailureException>(() => ReplayAsync("openai-stream-multiline-data.json"));

        Assert.Equal(GenerationFailureCode.StreamInterrupted, failure.Code);
    }

    [ContractFact]
    public async Task A_recorded_rate_limit_says_how_long_to_wait()
    {
        var failure = await Assert.ThrowsAsync<ProviderFailureException>(() => ReplayAsync("openai-error-429-retry-after-1s-then-ok.json"));

        Assert.Equal((GenerationFailureCode.RateLimited, TimeSpan.FromSeconds(1)), (failure.Code, failure.RetryAfter));
    }

    [ContractFact]
    public async Task A_recorded_bad_key_is_final()
    {
        var failure = await Assert.ThrowsAsync<ProviderFailureException>(() => ReplayAsync("openai-error-401.json"));

        Assert.Equal((GenerationFailureCode.ProviderRejected, false), (failure.Code, failure.IsRetryable));
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

    private static Task<(string Text, TextChunk? End)> ReplayAsync(string recording)
    {
        var response = Contracts.Read("recorded", recording).GetProperty("exchanges")[0].GetProperty("response");
        var headers = response.GetProperty("headers");
        var body = response.TryGetProperty("frames", out var frames)
            ? string.Concat(frames.EnumerateArray().Select(frame => frame.GetString()))
            : response.GetProperty("body").GetRawText();
        var http = new ScriptedHttp(
            (HttpStatusCode)response.GetProperty("status").GetInt32(),
            () => new DrippingStream(Encoding.UTF8.GetBytes(body), 11),
            headers.GetProperty("content-type").GetString()!.Split(';')[0])
        {
            Headers = own =>
            {
                foreach (var header in headers.EnumerateObject().Where(header => header.Name != "content-type"))
                {
                    own.TryAddWithoutValidation(header.Name, header.Value.GetString());
                }
            },
        };
        return ChatCompletionsGeneratorTests.CollectAsync(http);
    }
}
