using System.Net;
using System.Text;
using System.Text.Json;
using Webox.Application.Generations;
using Webox.Domain.Generations;
using Webox.Infrastructure.Generations.OpenAi;
using Webox.Infrastructure.Generations.Sandbox;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Generations.OpenAi;

public sealed class ImagesGeneratorTests
{
    private const string Key = "sk-canary-0123456789";

    internal static readonly byte[] Png = PngEncoder.Encode(1, 1, new byte[3]);

    [Theory]
    [InlineData("gpt-image-2", "model, n, prompt, quality, size")]
    [InlineData("gpt-image-2.6-flare", "model, n, prompt, quality, size")]
    [InlineData("dall-e-3", "model, n, prompt, quality, response_format, size")]
    [InlineData("dall-e-2", "model, n, prompt, response_format, size")]
    public async Task Every_family_is_sent_what_it_takes(string model, string fields)
    {
        var http = Answers(Items(Png));

        await GenerateAsync(http, new ImageRequest(model, "a cat", "1024x1024", "high", 1));

        using var body = JsonDocument.Parse(http.RequestBody!);
        Assert.Equal(fields, string.Join(", ", body.RootElement.EnumerateObject().Select(field => field.Name).Order()));
    }

    [Fact]
    public async Task A_model_that_makes_one_at_a_time_is_asked_again()
    {
        var bodies = new List<string>();
        var progress = new SeenProgress();
        using var generator = Generator(new RoutedHttp(request => Json(HttpStatusCode.OK, Items(Png)), bodies));

        var images = await generator.GenerateAsync(new ImageRequest("dall-e-3", "a cat", "1024x1024", "hd", 3), progress, default);

        Assert.Equal((3, 3), (images.Count, bodies.Count));
        Assert.All(bodies, body => Assert.Contains("\"n\":1,", body, StringComparison.Ordinal));
        Assert.Equal([33, 66, 100], progress.Percents);
    }

    [Fact]
    public async Task No_more_images_come_out_than_were_asked_for() =>
        Assert.Equal(2, (await GenerateAsync(Answers(Items(Png, Png, Png)), new ImageRequest("gpt-image-2", "a cat", "1024x1024", "high", 2))).Count);

    [Theory]
    [InlineData("{\"data\":[]}", GenerationFailureCode.ProviderRejected, false)]
    [InlineData("{\"data\":[null]}", GenerationFailureCode.ProviderRejected, false)]
    [InlineData("{\"data\":[{\"b64_json\":\"PGh0bWw+PGh0bWw+PGh0bWw+PGh0bWw+\"}]}", GenerationFailureCode.ProviderRejected, false)]
    [InlineData("{\"data\":[{\"b64_json\":\"iVBORw0KGgo=\"}]}", GenerationFailureCode.ProviderRejected, false)]
    [InlineData("{\"data\":[{\"b64_json\":\"not base64\"}]}", GenerationFailureCode.StreamInterrupted, true)]
    [InlineData("{\"data\":[{\"b64_json\":\"iVBO", GenerationFailureCode.StreamInterrupted, true)]
    [InlineData("null", GenerationFailureCode.StreamInterrupted, true)]
    [InlineData("", GenerationFailureCode.StreamInterrupted, true)]
    public async Task What_is_no_image_is_a_failure(string answer, GenerationFailureCode code, bool isRetryable)
    {
        var failure = await FailsAsync(Answers(answer));

        Assert.Equal((code, isRetryable), (failure.Code, failure.IsRetryable));
    }

    [Fact]
    public async Task An_answer_that_breaks_off_is_interrupted()
    {
        var http = new ScriptedHttp(HttpStatusCode.OK, () => new DrippingStream("{\"data\":"u8.ToArray(), 4, new IOException("reset")), "application/json");

        Assert.Equal(GenerationFailureCode.StreamInterrupted, (await FailsAsync(http)).Code);
    }

    [Fact]
    public async Task An_answer_without_end_does_not_fill_the_memory()
    {
        var http = new ScriptedHttp(HttpStatusCode.OK, () => new DrippingStream(new byte[97 * 1024 * 1024], 1024 * 1024), "application/json");

        Assert.Equal((GenerationFailureCode.ProviderRejected, "The answer of the provider is too large."), await SaysAsync(http));
    }

    [Theory]
    [InlineData(400, "moderation_blocked", GenerationFailureCode.ContentPolicy, false)]
    [InlineData(400, "content_policy_violation", GenerationFailureCode.ContentPolicy, false)]
    [InlineData(400, "invalid_size", GenerationFailureCode.ProviderRejected, false)]
    [InlineData(404, "model_not_found", GenerationFailureCode.ProviderRejected, false)]
    [InlineData(429, "rate_limit_exceeded", GenerationFailureCode.RateLimited, true)]
    [InlineData(429, "insufficient_quota", GenerationFailureCode.ProviderUnavailable, false)]
    [InlineData(500, "server_error", GenerationFailureCode.ProviderUnavailable, true)]
    public async Task A_refusal_is_final_or_not_by_its_code(int status, string word, GenerationFailureCode code, bool isRetryable)
    {
        var body = Encoding.UTF8.GetBytes($"{{\"error\":{{\"code\":\"{word}\",\"message\":\"{Key}\"}}}}");

        var failure = await FailsAsync(new ScriptedHttp((HttpStatusCode)status, () => new MemoryStream(body), "application/json"));

        Assert.Equal((code, isRetryable), (failure.Code, failure.IsRetryable));
        Assert.DoesNotContain(Key, failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_cannot_be_made_can_be_tried_again()
    {
        using var generator = Generator(new RoutedHttp(_ => throw new TaskCanceledException("connect timeout"), []));

        var failure = await Assert.ThrowsAsync<ProviderFailureException>(
            () => generator.GenerateAsync(Request, new SeenProgress(), CancellationToken.None));

        Assert.Equal((GenerationFailureCode.ProviderUnavailable, true), (failure.Code, failure.IsRetryable));
    }

    internal static ImageRequest Request => new("gpt-image-2", "a cat", "1024x1024", "high", 1);

    internal static ImagesGenerator Generator(HttpMessageHandler http, HttpMessageHandler? publicHttp = null) => new(
        new OpenAiOptions(AiProvider.Openai, new Uri("http://127.0.0.1:81/v1/"), Key),
        new HttpClient(http),
        new HttpClient(publicHttp ?? new RoutedHttp(_ => throw new InvalidOperationException("Nothing is to be downloaded."), [])),
        new ManualClock());

    internal static async Task<IReadOnlyList<byte[]>> GenerateAsync(ScriptedHttp http, ImageRequest request)
    {
        using var generator = Generator(http);
        return await generator.GenerateAsync(request, new SeenProgress(), default);
    }

    internal static HttpResponseMessage Json(HttpStatusCode status, string body) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    internal static string Items(params byte[][] images) =>
        $"{{\"data\":[{string.Join(',', images.Select(image => $"{{\"b64_json\":\"{Convert.ToBase64String(image)}\"}}"))}]}}";

    private static ScriptedHttp Answers(string body) =>
        new(HttpStatusCode.OK, () => new MemoryStream(Encoding.UTF8.GetBytes(body)), "application/json");

    private static Task<ProviderFailureException> FailsAsync(ScriptedHttp http) =>
        Assert.ThrowsAsync<ProviderFailureException>(() => GenerateAsync(http, Request));

    private static async Task<(GenerationFailureCode, string)> SaysAsync(ScriptedHttp http) =>
        await FailsAsync(http) is var failure ? (failure.Code, failure.Message) : default;
}

/// <summary>Servers that answer each request by what a test says, and the bodies they were sent.</summary>
internal sealed class RoutedHttp(Func<HttpRequestMessage, HttpResponseMessage> answer, List<string> bodies) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is { } content)
        {
            bodies.Add(await content.ReadAsStringAsync(cancellationToken));
        }

        return answer(request);
    }
}
