using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using Webox.Application.Generations;
using Webox.Domain.Generations;

namespace Webox.Infrastructure.Generations.Anthropic;

/// <summary>
/// Streams Anthropic's Messages. An answer counts as whole only with a stop reason and <c>message_stop</c>. Every event, <c>ping</c>
/// included, is passed on as a sign of life.
/// </summary>
internal sealed class MessagesGenerator(AnthropicOptions options, HttpClient http, TimeProvider clock) : ITextGenerator, IDisposable
{
    private readonly ProviderCall _call = new(http, (response, cancellationToken) => MessagesFailures.ReadAsync(response, clock, cancellationToken));

    public AiProvider Provider => AiProvider.Anthropic;

    public async IAsyncEnumerable<TextChunk> StreamAsync(TextRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var message = Message(request);
        FinishReason? reason = null;
        var usage = new MessagesUsage(null, null);
        await foreach (var data in ProviderStream.ReadAsync(_call, message, takesBareJson: false, cancellationToken))
        {
            var next = ProviderStream.Parse(data, MessagesJson.Default.MessagesEvent);
            switch (next.Type)
            {
                case "error":
                    throw MessagesFailures.InStream(next.Error);
                case "message_stop":
                    yield return new TextChunk.Finished(reason ?? throw Cut(), ToUsage(usage));
                    yield break;
                case "message_delta" when next.Delta?.StopReason is { } stop:
                    reason = MessagesMapping.ToFinishReason(stop);
                    break;
                default:
                    break;
            }

            usage = Later(usage, next.Message?.Usage ?? next.Usage);
            yield return new TextChunk.Delta(MessagesMapping.TextOf(next));
        }

        throw Cut();
    }

    public void Dispose() => http.Dispose();

    private HttpRequestMessage Message(TextRequest request)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, new Uri(options.Address, "messages"))
        {
            Content = JsonContent.Create(request.ToMessages(options), MessagesJson.Default.MessagesRequest),
        };
        message.Headers.Add("anthropic-version", options.Version);
        if (options.IsBearer)
        {
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.ApiKey);
        }
        else
        {
            message.Headers.Add("x-api-key", options.ApiKey);
        }

        return message;
    }

    // Counts are of all so far, and a later event need not repeat an earlier one's.
    private static MessagesUsage Later(MessagesUsage earlier, MessagesUsage? later) =>
        new(later?.InputTokens ?? earlier.InputTokens, later?.OutputTokens ?? earlier.OutputTokens);

    private static TokenUsage? ToUsage(MessagesUsage usage) => usage is { InputTokens: { } input, OutputTokens: { } output }
        ? new TokenUsage(Math.Max(0, input), Math.Max(0, output))
        : null;

    private static ProviderFailureException Cut() => ProviderFailures.Interrupted("The stream ended before the end of the answer.");
}
