using System.Net;
using System.Text;
using Webox.Application.Generations;
using Webox.Domain.Generations;
using Webox.Infrastructure.Generations.Gemini;
using Webox.Infrastructure.Tests.Generations.OpenAi;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Generations.Gemini;

public sealed class VeoGeneratorTests
{
    internal static readonly VideoRequest Request = new("veo-3.0-generate-001", "a cat", "1280x720", 8);

    internal static readonly VideoJob Job = new("models/veo-3.0-generate-001/operations/op1", Request);

    [Theory]
    [InlineData("1280x720", "16:9", "720p")]
    [InlineData("720x1280", "9:16", "720p")]
    [InlineData("1920x1080", "16:9", "1080p")]
    public void A_size_is_asked_for_by_its_proportions_and_lines(string size, string ratio, string resolution) =>
        Assert.Equal(new VeoParameters(1, 8, ratio, resolution), VeoMapping.ToVeo(Request with { Size = size }).Parameters);

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"done\":false}")]
    [InlineData("{\"done\":false,\"response\":{\"generateVideoResponse\":{\"raiMediaFilteredCount\":1}}}")]
    public async Task An_operation_that_is_not_done_goes_on(string answer) => Assert.Equal(new VideoJobState.Running(null), await AskAsync(answer));

    [Theory]
    [InlineData("\"error\":{\"code\":3,\"message\":\"secret\"}", GenerationFailureCode.ProviderRejected, false)]
    [InlineData("\"error\":{\"code\":8}", GenerationFailureCode.RateLimited, true)]
    [InlineData("\"error\":{\"code\":13}", GenerationFailureCode.ProviderUnavailable, true)]
    [InlineData("\"error\":{\"code\":14}", GenerationFailureCode.ProviderUnavailable, true)]
    [InlineData("\"error\":{}", GenerationFailureCode.ProviderUnavailable, true)]
    [InlineData("\"response\":{\"generateVideoResponse\":{\"raiMediaFilteredCount\":1,\"raiMediaFilteredReasons\":[\"secret\"]}}", GenerationFailureCode.ContentPolicy, false)]
    [InlineData("\"response\":{\"generateVideoResponse\":{\"raiMediaFilteredReasons\":[\"secret\"]}}", GenerationFailureCode.ContentPolicy, false)]
    [InlineData("\"response\":{\"generateVideoResponse\":{\"generatedSamples\":[null]}}", GenerationFailureCode.ProviderRejected, false)]
    [InlineData("\"response\":{\"generateVideoResponse\":{\"generatedSamples\":[{\"video\":{}}]}}", GenerationFailureCode.ProviderRejected, false)]
    [InlineData("\"response\":{}", GenerationFailureCode.ProviderRejected, false)]
    [InlineData("\"response\":null", GenerationFailureCode.ProviderRejected, false)]
    public async Task An_operation_without_a_video_is_lost_for_good_or_not(string end, GenerationFailureCode code, bool isRetryable)
    {
        var failure = Assert.IsType<VideoJobState.Lost>(await AskAsync($"{{\"done\":true,{end}}}")).Failure;

        Assert.Equal((code, isRetryable), (failure.Code, failure.IsRetryable));
        Assert.DoesNotContain("secret", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operation_that_is_not_known_is_lost()
    {
        using var generator = Generator(VideosGeneratorTests.Answers(HttpStatusCode.NotFound, "{\"error\":{\"code\":404}}"));

        Assert.True(Assert.IsType<VideoJobState.Lost>(await generator.AskAsync(Job, default)).Failure.IsRetryable);
    }

    [ContractTheory]
    [InlineData("gemini-error-400.json", GenerationFailureCode.ProviderRejected, false)]
    [InlineData("gemini-error-429.json", GenerationFailureCode.RateLimited, true)]
    [InlineData("gemini-error-500.json", GenerationFailureCode.ProviderUnavailable, true)]
    [InlineData("gemini-latest-error-503.json", GenerationFailureCode.ProviderUnavailable, true)]
    public async Task A_recorded_refusal_starts_nothing(string recording, GenerationFailureCode code, bool isRetryable)
    {
        using var generator = Generator(new RecordedExchange(recording).Replay());

        var failure = await Assert.ThrowsAsync<ProviderFailureException>(() => generator.StartAsync(Request, default));

        Assert.Equal((code, isRetryable), (failure.Code, failure.IsRetryable));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"name\":\"operations/1\"}")]
    [InlineData("{\"name\":\"models/veo/operations/../../files/1\"}")]
    [InlineData("{\"name\":\"models/../operations/1?x=1\"}")]
    [InlineData("{\"name\":\"https://example.com/models/veo/operations/1\"}")]
    [InlineData("{\"name\":\"//example.com/operations/1\"}")]
    public async Task A_name_of_another_form_is_none(string answer)
    {
        using var generator = Generator(VideosGeneratorTests.Answers(HttpStatusCode.OK, answer));

        Assert.Equal(
            GenerationFailureCode.ProviderRejected, (await Assert.ThrowsAsync<ProviderFailureException>(() => generator.StartAsync(Request, default))).Code);
    }

    [Fact]
    public async Task A_video_on_the_server_that_made_it_is_fetched_with_the_key()
    {
        HttpRequestMessage? sent = null;
        using var generator = Generator(Serves(request => sent = request), Serves(_ => Assert.Fail("It is not kept elsewhere.")));

        await using var file = await generator.OpenAsync(Job, "http://127.0.0.1:81/v1beta/files/abc:download?alt=media", default);

        Assert.Equal("film", await new StreamReader(file!).ReadToEndAsync());
        Assert.Equal("AIza-1", sent!.Headers.GetValues("x-goog-api-key").Single());
    }

    [Fact]
    public async Task A_video_where_google_keeps_files_is_fetched_without_the_key()
    {
        HttpRequestMessage? sent = null;
        using var generator = Generator(Serves(_ => Assert.Fail("It is not kept there.")), Serves(request => sent = request));

        await using var file = await generator.OpenAsync(Job, "https://storage.googleapis.com/bucket/film.mp4?sig=1", default);

        Assert.Equal("film", await new StreamReader(file!).ReadToEndAsync());
        Assert.Empty(sent!.Headers);
    }

    [Theory]
    [InlineData("http://storage.googleapis.com/film.mp4")]
    [InlineData("https://storage.googleapis.com:8443/film.mp4")]
    [InlineData("https://user@storage.googleapis.com/film.mp4")]
    [InlineData("https://storage.googleapis.com.example.com/film.mp4")]
    [InlineData("https://evilstorage.googleapis.com/film.mp4")]
    [InlineData("https://example.com/storage.googleapis.com/film.mp4")]
    [InlineData("http://127.0.0.1:82/film.mp4")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("gs://bucket/film.mp4")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("")]
    public async Task Nothing_is_fetched_from_elsewhere(string url)
    {
        using var generator = Generator(Serves(_ => Assert.Fail("Fetched.")), Serves(_ => Assert.Fail("Fetched.")));

        var failure = await Assert.ThrowsAsync<ProviderFailureException>(() => generator.OpenAsync(Job, url, default));

        Assert.Equal((GenerationFailureCode.ProviderRejected, false), (failure.Code, failure.IsRetryable));
    }

    [Theory]
    [InlineData(HttpStatusCode.Found)]
    [InlineData(HttpStatusCode.Forbidden)]
    public async Task A_download_that_is_led_elsewhere_is_not_followed(HttpStatusCode status)
    {
        using var generator = Generator(new RoutedHttp(
            _ => new HttpResponseMessage(status) { Headers = { Location = new Uri("http://169.254.169.254/") } }, []));

        await Assert.ThrowsAsync<ProviderFailureException>(() => generator.OpenAsync(Job, "http://127.0.0.1:81/v1beta/files/abc:download", default));
    }

    [Fact]
    public async Task A_download_may_be_led_once_to_where_google_keeps_files_and_the_key_stays()
    {
        HttpRequestMessage? sent = null;
        using var generator = Generator(Leads("https://storage.googleapis.com/film.mp4?sig=1"), Serves(request => sent = request));

        await using var file = await generator.OpenAsync(Job, "http://127.0.0.1:81/v1beta/files/abc:download", default);

        Assert.Equal("film", await new StreamReader(file!).ReadToEndAsync());
        Assert.Equal("/film.mp4?sig=1", sent!.RequestUri!.PathAndQuery);
        Assert.Empty(sent.Headers);
    }

    [Fact]
    public async Task A_download_is_not_led_twice()
    {
        using var generator = Generator(Leads("https://storage.googleapis.com/1"), Leads("https://storage.googleapis.com/2"));

        await Assert.ThrowsAsync<ProviderFailureException>(() => generator.OpenAsync(Job, "http://127.0.0.1:81/v1beta/files/abc:download", default));
    }

    private static RoutedHttp Leads(string address) => new(_ => new HttpResponseMessage(HttpStatusCode.Found) { Headers = { Location = new Uri(address) } }, []);

    internal static VeoGenerator Generator(HttpMessageHandler http, HttpMessageHandler? publicHttp = null) => new(
        new GeminiOptions(new Uri("http://127.0.0.1:81/v1beta/models/"), "AIza-1"), new HttpClient(http), new HttpClient(publicHttp ?? http), new ManualClock());

    private static RoutedHttp Serves(Action<HttpRequestMessage> seen) => new(
        request =>
        {
            seen(request);
            return new HttpResponseMessage { Content = new ByteArrayContent(Encoding.ASCII.GetBytes("film")) };
        },
        []);

    private static async Task<VideoJobState> AskAsync(string answer)
    {
        using var generator = Generator(VideosGeneratorTests.Answers(HttpStatusCode.OK, answer));
        return await generator.AskAsync(Job, default);
    }
}
