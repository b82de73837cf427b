using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Webox.Application.Generations;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Generations.OpenAi;

/// <summary>Our client of videos against OpenAI's own document, and against recorded traffic of its official package.</summary>
public sealed partial class VideosContractTests
{
    private const string Recording = "openai-video-create-poll-download.json";

    [ContractFact]
    public async Task The_form_is_the_official_packages()
    {
        var recorded = new RecordedExchange(Recording);
        var http = recorded.Replay();
        using var generator = VideosGeneratorTests.Generator(http);

        var id = await generator.StartAsync(VideosGeneratorTests.Request, default);

        Assert.Equal("video_123", id);
        recorded.AssertHead(http);
        Assert.Equal(
            recorded.Request.GetProperty("multipart").EnumerateArray().Select(part =>
                $"content-disposition: {part.GetProperty("headers").GetProperty("content-disposition").GetString()}\r\n\r\n{part.GetProperty("text").GetString()}"),
            Parts(http));
    }

    [ContractTheory]
    [InlineData(1, 40)]
    [InlineData(2, null)]
    public async Task The_question_is_the_official_packages_and_its_answer_understood(int exchange, int? percent)
    {
        var recorded = new RecordedExchange(Recording, exchange);
        var http = recorded.Replay();
        using var generator = VideosGeneratorTests.Generator(http);

        var state = await generator.AskAsync(VideosGeneratorTests.Job, default);

        Assert.Equal(percent is null ? new VideoJobState.Finished("video_123") : new VideoJobState.Running(percent), state);
        recorded.AssertHead(http);
    }

    [ContractFact]
    public async Task The_download_is_the_official_packages()
    {
        var recorded = new RecordedExchange(Recording, 3);
        var file = Convert.FromBase64String("AAAAGGZ0eXBtcDQy");
        var http = recorded.Replay(() => new DrippingStream(file, 5));
        using var generator = VideosGeneratorTests.Generator(http);

        await using var opened = await generator.OpenAsync(VideosGeneratorTests.Job, "video_123", default);

        var read = new MemoryStream();
        await opened!.CopyToAsync(read);
        Assert.Equal(file, read.ToArray());
        recorded.AssertHead(http);
    }

    [ContractFact]
    public async Task The_form_fits_the_document()
    {
        var http = VideosGeneratorTests.Answers(HttpStatusCode.OK, "{\"id\":\"video_1\"}");
        using var generator = VideosGeneratorTests.Generator(http);
        await generator.StartAsync(VideosGeneratorTests.Request, default);

        var form = Parts(http).ToDictionary(part => NameForm().Match(part).Groups[1].Value, part => part.Split("\r\n\r\n")[1]);
        var schema = new OpenApiSchema(Contracts.Read("openai.openapi.json"));

        Assert.Empty(schema.Problems("CreateVideoMultipartBody", JsonSerializer.SerializeToElement(form)));
        Assert.NotEmpty(schema.Problems("CreateVideoMultipartBody", JsonSerializer.SerializeToElement(form.Where(part => part.Key != "prompt").ToDictionary())));
        form["seconds"] = "5";
        Assert.NotEmpty(schema.Problems("CreateVideoMultipartBody", JsonSerializer.SerializeToElement(form)));
    }

    /// <summary>Each with its headers in lower case.</summary>
    private static IEnumerable<string> Parts(ScriptedHttp http)
    {
        var boundary = http.Request!.Content!.Headers.ContentType!.Parameters.Single(parameter => parameter.Name == "boundary").Value!.Trim('"');
        return http.RequestBody!.Split("--" + boundary)[1..^1].Select(part => part[2..^2].Replace("Content-Disposition", "content-disposition", StringComparison.Ordinal));
    }

    [GeneratedRegex("name=\"([a-z]+)\"")]
    private static partial Regex NameForm();
}
