using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using Webox.Application.Generations;
using Webox.Domain.Generations;

namespace Webox.Infrastructure.Generations.OpenAi;

/// <summary>
/// Streams chat completions from OpenAI or a server that speaks its protocol. An answer counts as whole only with a finish reason and
/// the end marker <c>[DONE]</c>: without them it was cut, however good it looks. Every frame is passed on as a sign of life, with or without text.
/// </summary>
internal sealed class ChatCompletionsGenerator(OpenAiOptions options, ChatDialect dialect, HttpClient http, TimeProvider clock)
    : ITextGenerator, IDisposable
{
    private const string EndMarker = "[DONE]";

    private readonly ProviderCall _call = new(http, (response, cancellationToken) => OpenAiFailures.ReadAsync(response, clock, cancellationToken));

    public AiProvider Provider => options.Provider;

    public async IAsyncEnumerable<TextChunk> StreamAsync(TextRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var message = Message(request);
        FinishReason? reason = null;
        TokenUsage? usage = null;
        await foreach (var data in ProviderStream.ReadAsync(_call, message, takesBareJson: false, cancellationToken))
        {
            if (data == EndMarker)
            {
                yield return new TextChunk.Finished(reason ?? throw Cut(), usage);
                yield break;
            }

            var chunk = dialect.Read(data);
            usage = chunk.Usage?.ToUsage() ?? usage;
            foreach (var choice in chunk.Choices ?? [])
            {
                reason = choice?.FinishReason is { } finish ? ChatCompletionsMapping.ToFinishReason(finish) : reason;
                yield return new TextChunk.Delta(choice?.Delta?.Content ?? choice?.Delta?.Refusal ?? "");
            }
        }

        throw Cut();
    }

    public void Dispose() => http.Dispose();

    private HttpRequestMessage Message(TextRequest request) => new(HttpMethod.Post, new Uri(options.Address, "chat/completions"))
    {
        Content = JsonContent.Create(dialect.Write(request), ChatJson.Default.ChatRequest),
        Headers = { Authorization = options.ApiKey is { } key ? new AuthenticationHeaderValue("Bearer", key) : null },
    };

    private static ProviderFailureException Cut() => ProviderFailures.Interrupted("The stream ended before the end of the answer.");
}
