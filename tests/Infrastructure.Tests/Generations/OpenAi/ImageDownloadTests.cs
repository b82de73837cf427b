using System.Net;
using Webox.Application.Generations;
using Webox.Domain.Generations;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Generations.OpenAi;

/// <summary>Images that a legacy model answers by their address.</summary>
public sealed class ImageDownloadTests
{
    private const string OfOpenAi = "https://oaidalleapiprodscus.blob.core.windows.net/private/x.png?sig=s";

    [ContractFact]
    public async Task A_recorded_answer_of_addresses_is_downloaded_at_once()
    {
        var recorded = System.Text.Encoding.UTF8.GetString(new RecordedExchange("openai-image-dalle2.json").Body);
        var fetched = new List<Uri>();
        using var generator = ImagesGeneratorTests.Generator(
            new RoutedHttp(_ => ImagesGeneratorTests.Json(HttpStatusCode.OK, recorded), []), Serves(ImagesGeneratorTests.Png, fetched));

        var images = await generator.GenerateAsync(
            new ImageRequest("dall-e-2", "A cute baby sea otter", "512x512", "standard", 2), new SeenProgress(), default);

        Assert.Equal([ImagesGeneratorTests.Png, ImagesGeneratorTests.Png], images);
        Assert.Equal(["/private/x.png", "/private/y.png"], fetched.Select(address => address.AbsolutePath));
    }

    [Theory]
    [InlineData("https://files.oaiusercontent.com/a.png")]
    [InlineData("https://OAIDALLEAPIPRODSCUS.BLOB.CORE.WINDOWS.NET/a.png")]
    public async Task Images_are_fetched_from_where_openai_keeps_them(string url) =>
        Assert.Equal(ImagesGeneratorTests.Png, await DownloadAsync(url, Serves(ImagesGeneratorTests.Png)));

    [Fact]
    public async Task The_server_that_answered_may_keep_the_image_itself()
    {
        using var generator = ImagesGeneratorTests.Generator(new RoutedHttp(
            request => request.Method == HttpMethod.Get
                ? new HttpResponseMessage { Content = new ByteArrayContent(ImagesGeneratorTests.Png) }
                : ImagesGeneratorTests.Json(HttpStatusCode.OK, Answer("http://127.0.0.1:81/files/1.png")),
            []));

        Assert.Equal([ImagesGeneratorTests.Png], await generator.GenerateAsync(ImagesGeneratorTests.Request, new SeenProgress(), default));
    }

    [Theory]
    [InlineData("http://oaidalleapiprodscus.blob.core.windows.net/a.png")]
    [InlineData("https://oaidalleapiprodscus.blob.core.windows.net:8443/a.png")]
    [InlineData("https://user@oaidalleapiprodscus.blob.core.windows.net/a.png")]
    [InlineData("https://blob.core.windows.net.example.com/a.png")]
    [InlineData("https://evilblob.core.windows.net/a.png")]
    [InlineData("https://example.com/.oaiusercontent.com/a.png")]
    [InlineData("http://127.0.0.1:82/a.png")]
    [InlineData("https://127.0.0.1:81/a.png")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("")]
    public async Task Nothing_is_fetched_from_elsewhere(string url)
    {
        var fetched = new List<Uri>();

        var failure = await Assert.ThrowsAsync<ProviderFailureException>(() => DownloadAsync(url, Serves(ImagesGeneratorTests.Png, fetched)));

        Assert.Equal((GenerationFailureCode.ProviderRejected, false), (failure.Code, failure.IsRetryable));
        Assert.Empty(fetched);
        Assert.DoesNotContain("http", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.Found, GenerationFailureCode.ProviderRejected, false)]
    [InlineData(HttpStatusCode.Forbidden, GenerationFailureCode.ProviderRejected, false)]
    [InlineData(HttpStatusCode.ServiceUnavailable, GenerationFailureCode.ProviderUnavailable, true)]
    public async Task A_download_that_is_refused_or_led_elsewhere_is_a_failure(HttpStatusCode status, GenerationFailureCode code, bool isRetryable)
    {
        var failure = await Assert.ThrowsAsync<ProviderFailureException>(() => DownloadAsync(
            OfOpenAi, new RoutedHttp(_ => new HttpResponseMessage(status) { Headers = { Location = new Uri("http://127.0.0.1/") } }, [])));

        Assert.Equal((code, isRetryable), (failure.Code, failure.IsRetryable));
    }

    [Fact]
    public async Task An_image_that_is_too_large_or_is_none_is_not_taken()
    {
        foreach (var content in (byte[][])[new byte[32 * 1024 * 1024 + 1], "<svg onload='alert(1)'/>........"u8.ToArray(), []])
        {
            var failure = await Assert.ThrowsAsync<ProviderFailureException>(() => DownloadAsync(OfOpenAi, Serves(content)));

            Assert.Equal((GenerationFailureCode.ProviderRejected, false), (failure.Code, failure.IsRetryable));
        }
    }

    [Fact]
    public async Task No_key_is_sent_along()
    {
        HttpRequestMessage? sent = null;
        await DownloadAsync(OfOpenAi, new RoutedHttp(
            request =>
            {
                sent = request;
                return new HttpResponseMessage { Content = new ByteArrayContent(ImagesGeneratorTests.Png) };
            },
            []));

        Assert.Empty(sent!.Headers);
    }

    private static async Task<byte[]> DownloadAsync(string url, HttpMessageHandler publicHttp)
    {
        using var generator = ImagesGeneratorTests.Generator(
            new RoutedHttp(_ => ImagesGeneratorTests.Json(HttpStatusCode.OK, Answer(url)), []), publicHttp);
        return Assert.Single(await generator.GenerateAsync(ImagesGeneratorTests.Request, new SeenProgress(), default));
    }

    private static string Answer(string url) => $"{{\"data\":[{{\"url\":\"{url}\"}}]}}";

    private static RoutedHttp Serves(byte[] content, List<Uri>? fetched = null) => new(
        request =>
        {
            fetched?.Add(request.RequestUri!);
            return new HttpResponseMessage { Content = new ByteArrayContent(content) };
        },
        []);
}
