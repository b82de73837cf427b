using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Webox.Application.Generations;
using Webox.Domain.Generations;

namespace Webox.Infrastructure.Generations.Gemini;

/// <summary>
/// Makes videos with Veo, or a proxy that still has what Google shut down on 22 October 2026: a long-running operation that is asked
/// about until it is done, and tells no percents. https://ai.google.dev/gemini-api/docs/video
/// </summary>
/// <param name="publicHttp">For videos that are kept elsewhere than where they were made.</param>
internal sealed partial class VeoGenerator(GeminiOptions options, HttpClient http, HttpClient publicHttp, TimeProvider clock)
    : IVideoGenerator, IDisposable
{
    private readonly ProviderCall _call = new(http, (response, cancellationToken) => GeminiFailures.ReadAsync(response, clock, cancellationToken));

    private readonly VeoDownload _download = new(options, http, publicHttp);

    public AiProvider Provider => AiProvider.Google;

    public async Task<string> StartAsync(VideoRequest request, CancellationToken cancellationToken)
    {
        using var message = Signed(HttpMethod.Post, options.MethodOf(request.Model, "predictLongRunning"));
        message.Content = JsonContent.Create(VeoMapping.ToVeo(request), VeoJson.Default.VeoRequest);
        var operation = await ProviderAnswer.ReadAsync(_call, message, VeoJson.Default.VeoOperation, VideoLimits.AnswerBytesMax, cancellationToken);

        // The name becomes a part of an address.
        return VideoLimits.CheckJobId(NameForm().IsMatch(operation.Name ?? "") ? operation.Name : null);
    }

    public async Task<VideoJobState> AskAsync(VideoJob job, CancellationToken cancellationToken)
    {
        using var message = Signed(HttpMethod.Get, new Uri(options.Models, $"../{job.Id}"));
        var operation = await ProviderAnswer.FindAsync(
            _call, message, VeoJson.Default.VeoOperation, VideoLimits.AnswerBytesMax, cancellationToken);
        return operation is null ? new VideoJobState.Lost(VideoLimits.Unknown()) : VeoMapping.ToState(operation);
    }

    public Task<Stream?> OpenAsync(VideoJob job, string file, CancellationToken cancellationToken) => _download.OpenAsync(file, cancellationToken);

    public void Dispose()
    {
        http.Dispose();
        publicHttp.Dispose();
    }

    private HttpRequestMessage Signed(HttpMethod method, Uri address) => new(method, address) { Headers = { { "x-goog-api-key", options.ApiKey } } };

    [GeneratedRegex("^models/[A-Za-z0-9._-]+/operations/[A-Za-z0-9_-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex NameForm();
}
