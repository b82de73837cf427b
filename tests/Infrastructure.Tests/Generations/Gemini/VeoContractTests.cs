using System.Net;
using System.Text.Json;
using Webox.Application.Generations;
using Webox.Infrastructure.Tests.Generations.OpenAi;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Generations.Gemini;

/// <summary>Our client of Veo against Google's own document, and against recorded traffic of its official package.</summary>
public sealed class VeoContractTests
{
    private const string Recording = "gemini-video-veo.json";

    [ContractFact]
    public async Task The_request_is_the_official_packages_without_its_wishes()
    {
        var recorded = new RecordedExchange(Recording);
        var http = recorded.Replay();
        using var generator = VeoGeneratorTests.Generator(http);

        var name = await generator.StartAsync(VeoGeneratorTests.Request, default);

        Assert.Equal("models/veo-3.0-generate-001/operations/op1", name);
        recorded.AssertSent(http, only: ["parameters"], also: ["parameters"]);
        Assert.Equal(
            Fields(recorded.Request.GetProperty("body")).Where(field => field.Key is not ("personGeneration" or "negativePrompt")),
            Fields(JsonDocument.Parse(http.RequestBody!).RootElement));
    }

    [ContractTheory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public async Task The_question_is_the_official_packages_and_its_answer_understood(int exchange, bool isDone)
    {
        var recorded = new RecordedExchange(Recording, exchange);
        var http = recorded.Replay();
        using var generator = VeoGeneratorTests.Generator(http);

        var state = await generator.AskAsync(VeoGeneratorTests.Job, default);

        Assert.Equal(
            isDone
                ? new VideoJobState.Finished("https://generativelanguage.googleapis.com/v1beta/files/abc:download?alt=media")
                : new VideoJobState.Running(null),
            state);
        recorded.AssertHead(http);
    }

    [ContractFact]
    public async Task The_request_fits_the_document()
    {
        var http = VideosGeneratorTests.Answers(HttpStatusCode.OK, "{\"name\":\"models/veo/operations/1\"}");
        using var generator = VeoGeneratorTests.Generator(http);
        await generator.StartAsync(VeoGeneratorTests.Request, default);
        var schema = new OpenApiSchema(Contracts.Read("gemini.openapi.json"));

        Assert.Empty(schema.Problems("PredictLongRunningRequest", JsonDocument.Parse(http.RequestBody!).RootElement));
        Assert.NotEmpty(schema.Problems("PredictLongRunningRequest", JsonDocument.Parse("{\"parameters\":{}}").RootElement));
    }

    private static IEnumerable<KeyValuePair<string, string>> Fields(JsonElement body) =>
        body.GetProperty("parameters").EnumerateObject().Select(field => KeyValuePair.Create(field.Name, field.Value.ToString()));
}
