using System.Globalization;
using System.Net.Http.Headers;
using Webox.Application.Generations;
using Webox.Domain.Generations;

namespace Webox.Infrastructure.Generations.OpenAi;

/// <summary>
/// Makes videos with OpenAI, or a proxy that still has what OpenAI shut down on 24 September 2026. A job that runs cannot be stopped:
/// only what is over can be deleted. https://platform.openai.com/docs/api-reference/videos
/// </summary>
internal sealed class VideosGenerator(OpenAiOptions options, HttpClient http, TimeProvider clock) : IVideoGenerator, IDisposable
{
    private readonly ProviderCall _call = new(http, (response, cancellationToken) => OpenAiFailures.ReadAsync(response, clock, cancellationToken));

    public AiProvider Provider => options.Provider;

    public async Task<string> StartAsync(VideoRequest request, CancellationToken cancellationToken)
    {
        using var message = Message(HttpMethod.Post, "videos");
        message.Content = Form(request);
        var answer = await ProviderAnswer.ReadAsync(_call, message, VideosJson.Default.VideosAnswer, VideoLimits.AnswerBytesMax, cancellationToken);
        return VideoLimits.CheckJobId(answer.Id);
    }

    public async Task<VideoJobState> AskAsync(VideoJob job, CancellationToken cancellationToken)
    {
        using var message = Message(HttpMethod.Get, PathOf(job));
        var answer = await ProviderAnswer.FindAsync(_call, message, VideosJson.Default.VideosAnswer, VideoLimits.AnswerBytesMax, cancellationToken);
        return answer?.Status switch
        {
            null when answer is null => new VideoJobState.Lost(VideoLimits.Unknown()),
            "completed" => new VideoJobState.Finished(job.Id),
            "failed" => new VideoJobState.Lost(OpenAiFailures.InStream(answer.Error ?? new OpenAiError(Type: null, Code: null))),
            "queued" or "in_progress" => new VideoJobState.Running((int)Math.Clamp(answer.Progress ?? 0, 0, 100)),
            _ => throw ProviderFailures.Interrupted("The provider does not say how the job stands."),
        };
    }

    public async Task<Stream?> OpenAsync(VideoJob job, string file, CancellationToken cancellationToken)
    {
        using var message = Message(HttpMethod.Get, $"{PathOf(job)}/content");
        return await ProviderAnswer.OpenAsync(_call, message, VideoLimits.VideoBytesMax, cancellationToken);
    }

    public void Dispose() => http.Dispose();

    private HttpRequestMessage Message(HttpMethod method, string path) => new(method, new Uri(options.Address, path))
    {
        Headers = { Authorization = new AuthenticationHeaderValue("Bearer", options.ApiKey) },
    };

    private static string PathOf(VideoJob job) => $"videos/{Uri.EscapeDataString(job.Id)}";

    private static MultipartFormDataContent Form(VideoRequest request)
    {
        var form = new MultipartFormDataContent();
        Add("model", request.Model);
        Add("prompt", request.Prompt);
        Add("seconds", request.Seconds.ToString(CultureInfo.InvariantCulture));
        Add("size", request.Size);
        return form;

        // As browsers write it: the name in quotes, and no type for text. https://www.rfc-editor.org/rfc/rfc7578#section-4.2
        void Add(string name, string value) => form.Add(new StringContent(value) { Headers = { ContentType = null } }, $"\"{name}\"");
    }
}
