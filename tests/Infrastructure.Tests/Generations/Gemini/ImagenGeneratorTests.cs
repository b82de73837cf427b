using System.Net;
using System.Text;
using System.Text.Json;
using Webox.Application.Generations;
using Webox.Domain.Generations;
using Webox.Infrastructure.Generations.Gemini;
using Webox.Infrastructure.Tests.Generations.OpenAi;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Generations.Gemini;

public sealed class ImagenGeneratorTests
{
    private static readonly string Image = $"{{\"mimeType\":\"image/png\",\"bytesBase64Encoded\":\"{Convert.ToBase64String(ImagesGeneratorTests.Png)}\"}}";

    private static ImageRequest Request => new("imagen-4.0-generate-001", "a cat", "1408x768", "1K", 2);

    [ContractFact]
    public async Task The_request_is_the_official_packages_without_its_wish()
    {
        var recorded = new RecordedExchange("gemini-image-imagen.json");
        var http = Answers($"{{\"predictions\":[{Image}]}}");

        await GenerateAsync(http, Request);

        recorded.AssertSent(http, only: ["parameters"], also: ["parameters"]);
        Assert.Equal(
            Fields(recorded.Request.GetProperty("body")).Where(field => field.Key != "personGeneration"),
            Fields(JsonDocument.Parse(http.RequestBody!).RootElement));
    }

    [ContractFact]
    public async Task The_request_fits_the_document()
    {
        var http = Answers($"{{\"predictions\":[{Image}]}}");
        await GenerateAsync(http, Request);

        Assert.Empty(new OpenApiSchema(Contracts.Read("gemini.openapi.json")).Problems("PredictRequest", JsonDocument.Parse(http.RequestBody!).RootElement));
    }

    [ContractFact]
    public async Task Of_a_recorded_answer_what_was_not_withheld_is_taken()
    {
        var recorded = Encoding.UTF8.GetString(new RecordedExchange("gemini-image-imagen.json").Body);
        var complete = recorded.Replace("iVBORw0KGgo=", Convert.ToBase64String(ImagesGeneratorTests.Png), StringComparison.Ordinal);
        Assert.NotEqual(recorded, complete);

        Assert.Equal([ImagesGeneratorTests.Png], await GenerateAsync(Answers(complete), Request));
    }

    [Theory]
    [InlineData("{\"predictions\":[{\"raiFilteredReason\":\"secret\"}]}", GenerationFailureCode.ContentPolicy, false)]
    [InlineData("{\"predictions\":[]}", GenerationFailureCode.ProviderRejected, false)]
    [InlineData("{\"predictions\":[null]}", GenerationFailureCode.ProviderRejected, false)]
    [InlineData("{}", GenerationFailureCode.ProviderRejected, false)]
    [InlineData("{\"predictions\":[{\"bytesBase64Encoded\":\"PGh0bWw+PGh0bWw+PGh0bWw+PGh0bWw+\"}]}", GenerationFailureCode.ProviderRejected, false)]
    [InlineData("{\"predictions\":[{\"bytesBase64Encoded\":\"iVBO", GenerationFailureCode.StreamInterrupted, true)]
    [InlineData("<html>", GenerationFailureCode.StreamInterrupted, true)]
    public async Task What_is_no_image_is_a_failure(string answer, GenerationFailureCode code, bool isRetryable)
    {
        var failure = await Assert.ThrowsAsync<ProviderFailureException>(() => GenerateAsync(Answers(answer), Request));

        Assert.Equal((code, isRetryable), (failure.Code, failure.IsRetryable));
        Assert.DoesNotContain("secret", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_more_images_come_out_than_were_asked_for() =>
        Assert.Equal(2, (await GenerateAsync(Answers($"{{\"predictions\":[{Image},{Image},{Image}]}}"), Request)).Count);

    [Theory]
    [InlineData("imagen-4.0-generate-001", "predict")]
    [InlineData("gemini-3.1-flash-image", "generateContent")]
    public async Task A_model_is_asked_in_its_own_way(string model, string method)
    {
        var http = Answers("{}");
        var options = new GeminiOptions(new Uri("http://127.0.0.1/v1beta/models/"), "AIza-1");
        using var google = new GoogleImageGenerator(
            new GeminiImageGenerator(options, new HttpClient(http), new ManualClock()), new ImagenGenerator(options, new HttpClient(http), new ManualClock()));

        await Assert.ThrowsAsync<ProviderFailureException>(() => google.GenerateAsync(Request with { Model = model }, new SeenProgress(), default));

        Assert.Equal($"/v1beta/models/{model}:{method}", http.Request!.RequestUri!.PathAndQuery);
    }

    private static IEnumerable<KeyValuePair<string, string>> Fields(JsonElement body) => body.GetProperty("parameters").EnumerateObject()
        .Select(field => KeyValuePair.Create(field.Name, JsonSerializer.Serialize(field.Value))).OrderBy(field => field.Key, StringComparer.Ordinal);

    private static async Task<IReadOnlyList<byte[]>> GenerateAsync(ScriptedHttp http, ImageRequest request)
    {
        using var generator = new ImagenGenerator(
            new GeminiOptions(new Uri("http://127.0.0.1/v1beta/models/"), "AIza-1"), new HttpClient(http), new ManualClock());
        return await generator.GenerateAsync(request, new SeenProgress(), default);
    }

    private static ScriptedHttp Answers(string body) => VideosGeneratorTests.Answers(HttpStatusCode.OK, body);
}
