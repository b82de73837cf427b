using System.Text.Json;
using Webox.Application.Generations;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Generations.OpenAi;

/// <summary>Our client of images against OpenAI's own documents, and against recorded traffic of its official packages.</summary>
public sealed class ImagesContractTests
{
    [ContractFact]
    public async Task The_request_to_a_gpt_model_is_the_official_packages_without_its_extras() =>
        new RecordedExchange("openai-image-gpt-image-1.json").AssertSent(
            await SendAsync(new ImageRequest("gpt-image-1", "A cute baby sea otter", "1024x1536", "high", 1)),
            only: ["background", "output_format", "output_compression", "moderation"]);

    [ContractFact]
    public async Task The_request_to_a_current_model_is_the_latest_packages_without_its_extras() =>
        new RecordedExchange("openai-latest-image-gpt-image-2.5.json").AssertSent(
            await SendAsync(new ImageRequest("gpt-image-2.5-sunburst", "a cat", "1536x864", "xhigh", 1)),
            only: ["background", "output_format", "safety_identifier"]);

    [ContractFact]
    public async Task The_request_is_that_of_the_package_for_net_with_a_number_of_images() =>
        new RecordedExchange("dotnet-openai-image.json").AssertSent(
            await SendAsync(new ImageRequest("gpt-image-2.5-sunburst", "a cat", "1536x1024", "high", 1)), also: ["n"]);

    [ContractFact]
    public async Task The_request_to_dall_e_3_is_the_official_packages_without_a_style() =>
        new RecordedExchange("openai-image-dalle3.json").AssertSent(
            await SendAsync(new ImageRequest("dall-e-3", "A cute baby sea otter", "1792x1024", "hd", 1)), only: ["style"]);

    [ContractFact]
    public async Task The_request_to_dall_e_2_is_the_official_packages_but_for_the_image_itself() =>
        new RecordedExchange("openai-image-dalle2.json").AssertSent(
            await SendAsync(new ImageRequest("dall-e-2", "A cute baby sea otter", "512x512", "standard", 2)),
            only: ["user", "response_format"],
            also: ["response_format"]);

    [ContractTheory]
    [InlineData("openai.openapi.json", "CreateImageRequest", "gpt-image-2", "high")]
    [InlineData("openai.openapi.json", "CreateImageRequest", "dall-e-3", "hd")]
    [InlineData("openai.openapi.json", "CreateImageRequest", "dall-e-2", "standard")]
    [InlineData("openai-2026-11.openapi.json", "ImageCreate", "gpt-image-2", "high")]
    [InlineData("openai-2026-11.openapi.json", "ImageCreate", "gpt-image-2.5-sunburst", "xhigh")]
    public async Task The_request_fits_the_document(string document, string schema, string model, string quality)
    {
        using var body = JsonDocument.Parse((await SendAsync(new ImageRequest(model, "a cat", "1024x1024", quality, 1))).RequestBody!);

        Assert.Empty(new OpenApiSchema(Contracts.Read(document)).Problems(schema, body.RootElement));
    }

    [ContractTheory]
    [InlineData("openai.openapi.json", "CreateImageRequest", """{"model":"gpt-image-2"}""")]
    [InlineData("openai.openapi.json", "CreateImageRequest", """{"prompt":"a","quality":"best"}""")]
    [InlineData("openai-2026-11.openapi.json", "ImageCreate", """{"model":"gpt-image-2"}""")]
    [InlineData("openai-2026-11.openapi.json", "ImageCreate", """{"prompt":"a","count":1}""")]
    [InlineData("openai-2026-11.openapi.json", "ImageCreate", """{"prompt":"a","n":"one"}""")]
    public void The_validator_sees_a_wrong_request(string document, string schema, string request)
    {
        using var wrong = JsonDocument.Parse(request);

        Assert.NotEmpty(new OpenApiSchema(Contracts.Read(document)).Problems(schema, wrong.RootElement));
    }

    [ContractTheory]
    [InlineData("openai-image-gpt-image-1.json", "gpt-image-1")]
    [InlineData("openai-image-dalle3.json", "dall-e-3")]
    public async Task A_recorded_answer_is_the_image_itself(string recording, string model)
    {
        using var generator = ImagesGeneratorTests.Generator(new RecordedExchange(recording).Replay());
        var progress = new SeenProgress();

        var images = await generator.GenerateAsync(new ImageRequest(model, "a", "1024x1024", "high", 1), progress, default);

        Assert.Equal(70, Assert.Single(images).Length);
        Assert.Equal([100], progress.Percents);
    }

    [ContractTheory]
    [InlineData("openai-latest-image-gpt-image-2.5.json")]
    [InlineData("dotnet-openai-image.json")]
    public async Task A_recorded_answer_with_the_beginning_of_an_image_is_none(string recording)
    {
        using var generator = ImagesGeneratorTests.Generator(new RecordedExchange(recording).Replay());

        await Assert.ThrowsAsync<ProviderFailureException>(() => generator.GenerateAsync(ImagesGeneratorTests.Request, new SeenProgress(), default));
    }

    private static async Task<ScriptedHttp> SendAsync(ImageRequest request)
    {
        var http = new ScriptedHttp(
            System.Net.HttpStatusCode.OK,
            () => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(
                ImagesGeneratorTests.Items([.. Enumerable.Repeat(ImagesGeneratorTests.Png, request.Count)]))),
            "application/json");
        await ImagesGeneratorTests.GenerateAsync(http, request);
        return http;
    }
}
