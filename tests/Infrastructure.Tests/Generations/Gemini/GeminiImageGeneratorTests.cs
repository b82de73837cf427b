using System.Net;
using System.Text;
using System.Text.Json;
using Webox.Application.Generations;
using Webox.Domain.Generations;
using Webox.Infrastructure.Generations.Gemini;
using Webox.Infrastructure.Tests.Generations.OpenAi;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Generations.Gemini;

public sealed class GeminiImageGeneratorTests
{
    private static readonly string Whole = Answer(
        $"{{\"content\":{{\"parts\":[{{\"text\":\"here\"}},{{\"inlineData\":{{\"mimeType\":\"image/png\",\"data\":\"{Convert.ToBase64String(ImagesGeneratorTests.Png)}\"}}}}]}},\"finishReason\":\"STOP\"}}");

    [ContractFact]
    public async Task The_request_is_the_latest_packages()
    {
        var http = Answers(Whole);

        await GenerateAsync(http, new ImageRequest("gemini-3.1-flash-image", "a cat", "1376x768", "1K", 1), "v1");

        new RecordedExchange("gemini-latest-image.json").AssertSent(http);
    }

    [ContractFact]
    public async Task The_request_fits_the_document()
    {
        var http = Answers(Whole);
        await GenerateAsync(http, new ImageRequest("gemini-3.1-flash-image", "a cat", "1024x1024", "1K", 1));
        using var body = JsonDocument.Parse(http.RequestBody!);

        Assert.Empty(new OpenApiSchema(Contracts.Read("gemini.openapi.json")).Problems("GenerateContentRequest", body.RootElement));
    }

    [ContractTheory]
    [InlineData("gemini-image-flash-inline.json")]
    [InlineData("gemini-latest-image.json")]
    public async Task A_recorded_answer_is_read_past_its_text_and_its_beginning_of_an_image_is_none(string recording)
    {
        var recorded = Encoding.UTF8.GetString(new RecordedExchange(recording).Body);
        var complete = recorded.Replace("iVBORw0KGgo=", Convert.ToBase64String(ImagesGeneratorTests.Png), StringComparison.Ordinal);
        Assert.NotEqual(recorded, complete);

        Assert.Equal([ImagesGeneratorTests.Png], await GenerateAsync(Answers(complete), Request));
        Assert.Equal(GenerationFailureCode.ProviderRejected, (await FailsAsync(Answers(recorded))).Code);
    }

    [Fact]
    public async Task Several_images_are_asked_for_one_by_one()
    {
        var bodies = new List<string>();
        var progress = new SeenProgress();
        using var generator = Generator(new RoutedHttp(_ => ImagesGeneratorTests.Json(HttpStatusCode.OK, Whole), bodies));

        var images = await generator.GenerateAsync(Request with { Count = 4 }, progress, default);

        Assert.Equal((4, 4), (images.Count, bodies.Count));
        Assert.Equal([25, 50, 75, 100], progress.Percents);
    }

    [Theory]
    [InlineData("{\"promptFeedback\":{\"blockReason\":\"PROHIBITED_CONTENT\"}}", GenerationFailureCode.ContentPolicy, false)]
    [InlineData("{\"candidates\":[{\"finishReason\":\"IMAGE_SAFETY\"}]}", GenerationFailureCode.ContentPolicy, false)]
    [InlineData("{\"candidates\":[{\"finishReason\":\"IMAGE_PROHIBITED_CONTENT\"}]}", GenerationFailureCode.ContentPolicy, false)]
    [InlineData("{\"candidates\":[{\"finishReason\":\"IMAGE_RECITATION\"}]}", GenerationFailureCode.ContentPolicy, false)]
    [InlineData("{\"candidates\":[{\"finishReason\":\"NO_IMAGE\"}]}", GenerationFailureCode.ProviderRejected, false)]
    [InlineData("{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"I would rather not.\"}]},\"finishReason\":\"STOP\"}]}", GenerationFailureCode.ProviderRejected, false)]
    [InlineData("{\"candidates\":[null]}", GenerationFailureCode.ProviderRejected, false)]
    [InlineData("{}", GenerationFailureCode.ProviderRejected, false)]
    [InlineData("{\"error\":{\"code\":503,\"status\":\"UNAVAILABLE\"}}", GenerationFailureCode.ProviderUnavailable, true)]
    [InlineData("{\"candidates\":[{", GenerationFailureCode.StreamInterrupted, true)]
    public async Task What_is_no_image_is_a_failure(string answer, GenerationFailureCode code, bool isRetryable)
    {
        var failure = await FailsAsync(Answers(answer));

        Assert.Equal((code, isRetryable), (failure.Code, failure.IsRetryable));
    }

    [Fact]
    public async Task A_thought_on_the_way_is_not_the_image()
    {
        var thought = "{\"content\":{\"parts\":[{\"thought\":true,\"inlineData\":{\"data\":\"AAAA\"}}," +
            $"{{\"inlineData\":{{\"data\":\"{Convert.ToBase64String(ImagesGeneratorTests.Png)}\"}}}}]}},\"finishReason\":\"STOP\"}}";

        Assert.Equal([ImagesGeneratorTests.Png], await GenerateAsync(Answers(Answer(thought)), Request));
    }

    [Theory]
    [InlineData("1024x1024", "1:1")]
    [InlineData("512x512", "1:1")]
    [InlineData("848x1264", "2:3")]
    [InlineData("1264x848", "3:2")]
    [InlineData("896x1200", "3:4")]
    [InlineData("1200x896", "4:3")]
    [InlineData("768x1376", "9:16")]
    [InlineData("1344x768", "16:9")]
    [InlineData("1584x672", "21:9")]
    public void A_size_is_asked_for_by_its_proportions(string size, string ratio) => Assert.Equal(ratio, GeminiMapping.AspectRatioOf(size));

    [Fact]
    public void A_model_with_one_size_is_not_asked_for_it()
    {
        Assert.Null((Request with { Quality = "standard" }).ToGemini().GenerationConfig.ImageConfig?.ImageSize);
        Assert.Equal("2K", (Request with { Quality = "2K" }).ToGemini().GenerationConfig.ImageConfig?.ImageSize);
    }

    private static ImageRequest Request => new("gemini-3.1-flash-image", "a cat", "1024x1024", "1K", 1);

    private static GeminiImageGenerator Generator(HttpMessageHandler http, string version = "v1beta") =>
        new(new GeminiOptions(new Uri($"http://127.0.0.1/{version}/models/"), "AIza-1"), new HttpClient(http), new ManualClock());

    private static async Task<IReadOnlyList<byte[]>> GenerateAsync(ScriptedHttp http, ImageRequest request, string version = "v1beta")
    {
        using var generator = Generator(http, version);
        return await generator.GenerateAsync(request, new SeenProgress(), default);
    }

    private static Task<ProviderFailureException> FailsAsync(ScriptedHttp http) =>
        Assert.ThrowsAsync<ProviderFailureException>(() => GenerateAsync(http, Request));

    private static ScriptedHttp Answers(string body) =>
        new(HttpStatusCode.OK, () => new MemoryStream(Encoding.UTF8.GetBytes(body)), "application/json");

    private static string Answer(string candidate) => $"{{\"candidates\":[{candidate}]}}";
}
