using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Webox.Application.Generations;
using Webox.Domain.Generations;

namespace Webox.Infrastructure.Generations.OpenAi;

/// <summary>
/// Streams chat completions from OpenAI or a server that speaks its protocol. An answer counts as whole only with a finish reason and
/// the end marker <c>[DONE]</c>: without them it was cut, however good it looks. Every frame is passed on as a sign of life, with or without text.
/// </summary>
internal sealed class ChatCompletionsGenerator(ChatCompletionsOptions options, HttpClient http, TimeProvider clock) : ITextGenerator, IDisposable
{
    private const string EndMarker = "[DONE]";

    public AiProvider Provider => options.Provider;

    public async IAsyncEnumerable<TextChunk> StreamAsync(TextRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var response = await SendAsync(request, cancellationToken);
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        await using var events = ServerSentEvents.ReadAsync(body, cancellationToken).GetAsyncEnumerator(cancellationToken);

        FinishReason? reason = null;
        TokenUsage? usage = null;
        var isEnded = false;
        while (!isEnded && await NextAsync(events) is { } data)
        {
            if (data == EndMarker)
            {
                isEnded = true;
                continue;
            }

            var chunk = Parse(data);
            usage = chunk.Usage?.ToUsage() ?? usage;
            foreach (var choice in chunk.Choices ?? [])
            {
                reason = choice.FinishReason is { } finish ? ChatCompletionsMapping.ToFinishReason(finish) : reason;
                yield return new TextChunk.Delta(choice.Delta?.Content ?? choice.Delta?.Refusal ?? "");
            }
        }

        if (!isEnded || reason is null)
        {
            throw Interrupted("The stream ended before the end of the answer.");
        }

        yield return new TextChunk.Finished(reason.Value, usage);
    }

    public void Dispose() => http.Dispose();

    private async Task<HttpResponseMessage> SendAsync(TextRequest request, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, new Uri(options.Address, "chat/completions"))
        {
            Content = JsonContent.Create(request.ToChat(options), ChatJson.Default.ChatRequest),
        };
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        message.Headers.Authorization = options.ApiKey is { } key ? new AuthenticationHeaderValue("Bearer", key) : null;

        HttpResponseMessage response;
        try
        {
            response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }
        catch (HttpRequestException exception)
        {
            throw new ProviderFailureException(GenerationFailureCode.ProviderUnavailable, "The provider cannot be reached.", isRetryable: true, innerException: exception);
        }

        if (response.IsSuccessStatusCode && response.Content.Headers.ContentType?.MediaType == "text/event-stream")
        {
            return response;
        }

        using (response)
        {
            throw response.IsSuccessStatusCode
                ? new ProviderFailureException(GenerationFailureCode.ProviderUnavailable, "The provider sent no event stream.", isRetryable: true)
                : await ChatCompletionsFailures.ReadAsync(response, clock, cancellationToken);
        }
    }

    /// <returns>Null when the stream is at its end.</returns>
    private static async Task<string?> NextAsync(IAsyncEnumerator<string> events)
    {
        try
        {
            return await events.MoveNextAsync() ? events.Current : null;
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException)
        {
            throw Interrupted("The connection broke in the middle of the answer.", exception);
        }
    }

    private static ChatChunk Parse(string data)
    {
        try
        {
            var chunk = JsonSerializer.Deserialize(data, ChatJson.Default.ChatChunk) ?? throw Interrupted("A part of the answer is empty.");
            return chunk.Error is { } error ? throw ChatCompletionsFailures.InStream(error) : chunk;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: half a surrogate pair in an escape. The cause is left out: it quotes the answer.
            throw Interrupted("A part of the answer is not JSON.");
        }
    }

    private static ProviderFailureException Interrupted(string message, Exception? inner = null) =>
        new(GenerationFailureCode.StreamInterrupted, message, isRetryable: true, innerException: inner);
}
