using System.Net;
using System.Text;
using Webox.Application.Generations;
using Webox.Domain.Generations;
using Webox.Infrastructure.Generations.OpenAi;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Generations.OpenAi;

public sealed class VideosGeneratorTests
{
    private const string Key = "sk-canary-0123456789";

    internal static readonly VideoRequest Request = new("sora-2", "a cat", "1280x720", 4);

    internal static readonly VideoJob Job = new("video_123", Request);

    [Theory]
    [InlineData("{\"status\":\"queued\"}", 0)]
    [InlineData("{\"status\":\"in_progress\",\"progress\":66}", 66)]
    [InlineData("{\"status\":\"in_progress\",\"progress\":66.6}", 66)]
    [InlineData("{\"status\":\"in_progress\",\"progress\":1e9}", 100)]
    [InlineData("{\"status\":\"in_progress\",\"progress\":-5,\"error\":null}", 0)]
    public async Task A_job_that_runs_says_how_far_it_is(string answer, int percent) =>
        Assert.Equal(new VideoJobState.Running(percent), await AskAsync(Answers(HttpStatusCode.OK, answer)));

    [Theory]
    [InlineData("{\"code\":\"moderation_blocked\",\"message\":\"no\"}", GenerationFailureCode.ContentPolicy, false)]
    [InlineData("{\"code\":\"content_policy_violation\"}", GenerationFailureCode.ContentPolicy, false)]
    [InlineData("{\"code\":\"rate_limit_exceeded\"}", GenerationFailureCode.RateLimited, true)]
    [InlineData("{\"code\":\"insufficient_quota\"}", GenerationFailureCode.ProviderUnavailable, false)]
    [InlineData("{\"code\":\"server_error\",\"message\":\"oops\"}", GenerationFailureCode.ProviderUnavailable, true)]
    [InlineData("{\"type\":\"invalid_request_error\"}", GenerationFailureCode.ProviderRejected, false)]
    [InlineData("null", GenerationFailureCode.ProviderUnavailable, true)]
    public async Task A_job_that_failed_is_lost_for_good_or_not_by_its_code(string error, GenerationFailureCode code, bool isRetryable)
    {
        var state = await AskAsync(Answers(HttpStatusCode.OK, $"{{\"status\":\"failed\",\"error\":{error}}}"));

        var failure = Assert.IsType<VideoJobState.Lost>(state).Failure;
        Assert.Equal((code, isRetryable), (failure.Code, failure.IsRetryable));
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.Gone)]
    public async Task A_job_that_is_not_known_is_lost_and_its_file_with_it(HttpStatusCode status)
    {
        var lost = Assert.IsType<VideoJobState.Lost>(await AskAsync(Answers(status, "{\"error\":{\"code\":\"not_found\"}}")));

        Assert.Equal((GenerationFailureCode.ProviderUnavailable, true), (lost.Failure.Code, lost.Failure.IsRetryable));
        using var generator = Generator(Answers(status, "{}"));
        Assert.Null(await generator.OpenAsync(Job, Job.Id, default));
    }

    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable, "{}", GenerationFailureCode.ProviderUnavailable, true)]
    [InlineData(HttpStatusCode.TooManyRequests, "{\"error\":{\"code\":\"rate_limit_exceeded\"}}", GenerationFailureCode.RateLimited, true)]
    [InlineData(HttpStatusCode.Unauthorized, "{\"error\":{\"code\":\"invalid_api_key\",\"message\":\"sk-canary-0123456789\"}}", GenerationFailureCode.ProviderRejected, false)]
    [InlineData(HttpStatusCode.Found, "", GenerationFailureCode.ProviderRejected, false)]
    [InlineData(HttpStatusCode.OK, "<html>", GenerationFailureCode.StreamInterrupted, true)]
    [InlineData(HttpStatusCode.OK, "{\"status\":\"dreaming\"}", GenerationFailureCode.StreamInterrupted, true)]
    [InlineData(HttpStatusCode.OK, "{}", GenerationFailureCode.StreamInterrupted, true)]
    [InlineData(HttpStatusCode.OK, "null", GenerationFailureCode.StreamInterrupted, true)]
    public async Task What_says_nothing_of_the_job_does_not_lose_it(HttpStatusCode status, string answer, GenerationFailureCode code, bool isRetryable)
    {
        var failure = await Assert.ThrowsAsync<ProviderFailureException>(() => AskAsync(Answers(status, answer)));

        Assert.Equal((code, isRetryable), (failure.Code, failure.IsRetryable));
        Assert.DoesNotContain(Key, failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"id\":null}")]
    [InlineData("{\"id\":\"\"}")]
    public async Task A_job_without_a_name_is_none(string answer)
    {
        using var generator = Generator(Answers(HttpStatusCode.OK, answer));

        var failure = await Assert.ThrowsAsync<ProviderFailureException>(() => generator.StartAsync(Request, default));

        Assert.Equal((GenerationFailureCode.ProviderRejected, false), (failure.Code, failure.IsRetryable));
    }

    [Fact]
    public async Task A_name_longer_than_any_or_an_endless_answer_is_not_taken()
    {
        foreach (var answer in new[] { $"{{\"id\":\"{new string('v', 501)}\"}}", new string(' ', 1024 * 1024 + 1) })
        {
            using var generator = Generator(Answers(HttpStatusCode.OK, answer));

            Assert.Equal(
                GenerationFailureCode.ProviderRejected, (await Assert.ThrowsAsync<ProviderFailureException>(() => generator.StartAsync(Request, default))).Code);
        }
    }

    [Fact]
    public async Task A_name_cannot_lead_elsewhere()
    {
        var http = Answers(HttpStatusCode.OK, "{\"status\":\"queued\"}");
        using var generator = Generator(http);

        await generator.AskAsync(Job with { Id = "../files?x=1#" }, default);

        Assert.Equal("/v1/videos/..%2Ffiles%3Fx%3D1%23", http.Request!.RequestUri!.PathAndQuery);
    }

    [Fact]
    public async Task A_file_that_says_itself_that_it_is_too_large_is_not_begun()
    {
        using var generator = Generator(new RoutedHttp(
            _ => new HttpResponseMessage { Content = new StreamContent(new MemoryStream()) { Headers = { ContentLength = 500L * 1024 * 1024 + 1 } } }, []));

        var failure = await Assert.ThrowsAsync<ProviderFailureException>(() => generator.OpenAsync(Job, Job.Id, default));

        Assert.Equal((GenerationFailureCode.ProviderRejected, false), (failure.Code, failure.IsRetryable));
    }

    internal static VideosGenerator Generator(HttpMessageHandler http) =>
        new(new OpenAiOptions(AiProvider.Openai, new Uri("http://127.0.0.1:81/v1/"), Key), new HttpClient(http), new ManualClock());

    internal static ScriptedHttp Answers(HttpStatusCode status, string body) =>
        new(status, () => new MemoryStream(Encoding.UTF8.GetBytes(body)), "application/json");

    private static async Task<VideoJobState> AskAsync(ScriptedHttp http)
    {
        using var generator = Generator(http);
        return await generator.AskAsync(Job, default);
    }
}
