using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using Webox.Application.Generations;
using Webox.Domain.Generations;

namespace Webox.Infrastructure.Generations.Gemini;

/// <summary>
/// Streams Gemini's answers. There is no end marker: the last piece is the one with a finish reason. It also counts the tokens; where it
/// does not, only the orderly end of the stream makes the answer whole. Every piece is passed on as a sign of life.
/// </summary>
internal sealed class GeminiTextGenerator(GeminiOptions options, HttpClient http, TimeProvider clock) : ITextGenerator, IDisposable
{
    private readonly ProviderCall _call = new(http, (response, cancellationToken) => GeminiFailures.ReadAsync(response, clock, cancellationToken));

    public AiProvider Provider => AiProvider.Google;

    public async IAsyncEnumerable<TextChunk> StreamAsync(TextRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var message = Message(request);
        FinishReason? reason = null;
        TokenUsage? usage = null;
        await foreach (var data in ProviderStream.ReadAsync(_call, message, takesBareJson: true, cancellationToken))
        {
            var answer = ProviderStream.Parse(data, GeminiJson.Default.GeminiAnswer);
            if (answer.Error is { } error)
            {
                throw GeminiFailures.InStream(error);
            }

            GeminiMapping.ThrowIfBlocked(answer);
            var candidate = answer.Candidate;
            reason = candidate?.FinishReason is { } finish ? GeminiMapping.ToFinishReason(finish) : reason;
            usage = answer.UsageMetadata.ToUsage() ?? usage;
            yield return new TextChunk.Delta(TextOf(candidate));
            if (reason is not null && usage is not null)
            {
                break;
            }
        }

        yield return new TextChunk.Finished(
            reason ?? throw ProviderFailures.Interrupted("The stream ended before the end of the answer."), usage);
    }

    public void Dispose() => http.Dispose();

    private static string TextOf(GeminiCandidate? candidate) =>
        string.Concat((candidate?.Content?.Parts ?? []).Where(part => part?.Thought is not true).Select(part => part?.Text));

    private HttpRequestMessage Message(TextRequest request) => new(HttpMethod.Post, options.MethodOf(request.Model, "streamGenerateContent?alt=sse"))
    {
        Content = JsonContent.Create(request.ToGemini(), GeminiJson.Default.GeminiRequest),
        Headers = { { "x-goog-api-key", options.ApiKey } },
    };
}
