using System.Net;
using System.Text.Json;
using Webox.Application.Generations;
using Webox.Domain.Generations;
using Webox.Infrastructure.Generations.OpenAi;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Generations.OpenAi;

public sealed class SpeechGeneratorTests
{
    private static readonly byte[] Mp3 = [0xFF, 0xFB, 0x90, 0x64];

    private static AudioRequest Request => new("gpt-4o-mini-tts", "hello", "alloy", "mp3", 1.1, "calm");

    [ContractFact]
    public async Task The_request_is_the_official_packages_and_its_answer_the_file()
    {
        var recorded = new RecordedExchange("openai-speech.json");
        var http = recorded.Replay(() => new DrippingStream(Mp3, 3));

        Assert.Equal(Mp3, await GenerateAsync(http, Request));

        recorded.AssertSent(http);
    }

    [ContractTheory]
    [InlineData("gpt-4o-mini-tts", "mp3")]
    [InlineData("tts-1", "pcm")]
    public async Task The_request_fits_the_document(string model, string format)
    {
        var http = Answers(HttpStatusCode.OK, Mp3);
        await GenerateAsync(http, Request with { Model = model, Format = format });
        using var body = JsonDocument.Parse(http.RequestBody!);

        Assert.Empty(new OpenApiSchema(Contracts.Read("openai.openapi.json")).Problems("CreateSpeechRequest", body.RootElement));
        Assert.Equal(model != "tts-1", body.RootElement.TryGetProperty("instructions", out _));
    }

    [ContractTheory]
    [InlineData("""{"model":"tts-1","input":"a"}""")]
    [InlineData("""{"model":"tts-1","input":"a","voice":"alloy","response_format":"midi"}""")]
    [InlineData("""{"model":"tts-1","input":"a","voice":"alloy","pitch":1}""")]
    public void The_validator_sees_a_wrong_request(string request)
    {
        using var wrong = JsonDocument.Parse(request);

        Assert.NotEmpty(new OpenApiSchema(Contracts.Read("openai.openapi.json")).Problems("CreateSpeechRequest", wrong.RootElement));
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_not_sent()
    {
        var http = Answers(HttpStatusCode.OK, Mp3);

        var failure = await Assert.ThrowsAsync<ProviderFailureException>(() => GenerateAsync(http, Request with { Text = new string('a', 4097) }));

        Assert.Equal((GenerationFailureCode.ProviderRejected, false), (failure.Code, failure.IsRetryable));
        Assert.Null(http.Request);
        Assert.Equal(Mp3, await GenerateAsync(http, Request with { Text = new string('a', 4096) }));
    }

    [Fact]
    public async Task What_is_no_sound_is_no_answer() =>
        Assert.Equal(
            GenerationFailureCode.ProviderRejected,
            (await Assert.ThrowsAsync<ProviderFailureException>(() => GenerateAsync(Answers(HttpStatusCode.OK, "{\"error\":{}}"u8.ToArray()), Request))).Code);

    [Theory]
    [InlineData(429, "insufficient_quota", GenerationFailureCode.ProviderUnavailable, false)]
    [InlineData(429, "rate_limit_exceeded", GenerationFailureCode.RateLimited, true)]
    [InlineData(400, "content_policy_violation", GenerationFailureCode.ContentPolicy, false)]
    public async Task A_refusal_is_final_or_not_by_its_code(int status, string word, GenerationFailureCode code, bool isRetryable)
    {
        var body = System.Text.Encoding.UTF8.GetBytes($"{{\"error\":{{\"code\":\"{word}\"}}}}");

        var failure = await Assert.ThrowsAsync<ProviderFailureException>(() => GenerateAsync(Answers((HttpStatusCode)status, body), Request));

        Assert.Equal((code, isRetryable), (failure.Code, failure.IsRetryable));
    }

    private static ScriptedHttp Answers(HttpStatusCode status, byte[] body) => new(status, () => new MemoryStream(body), "audio/mpeg");

    private static async Task<byte[]> GenerateAsync(ScriptedHttp http, AudioRequest request)
    {
        using var generator = new SpeechGenerator(
            new OpenAiOptions(AiProvider.Openai, new Uri("http://127.0.0.1/v1/"), "sk-1"), new HttpClient(http), new ManualClock());
        var progress = new SeenProgress();
        var sound = await generator.GenerateAsync(request, progress, default);
        Assert.Equal([100], progress.Percents);
        return sound;
    }
}
