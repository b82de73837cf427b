using System.Net.Http.Headers;
using System.Net.Http.Json;
using Webox.Application.Generations;
using Webox.Domain.Generations;
using Webox.Infrastructure.Generations.Artifacts;

namespace Webox.Infrastructure.Generations.OpenAi;

/// <summary>Reads texts aloud with OpenAI.</summary>
internal sealed class SpeechGenerator(OpenAiOptions options, HttpClient http, TimeProvider clock) : IAudioGenerator, IDisposable
{
    /// <summary>In characters. https://platform.openai.com/docs/api-reference/audio/createSpeech#audio-createspeech-input</summary>
    private const int TextLengthMax = 4096;

    private const int BytesMax = 64 * 1024 * 1024;

    private readonly ProviderCall _call = new(http, (response, cancellationToken) => OpenAiFailures.ReadAsync(response, clock, cancellationToken));

    public AiProvider Provider => options.Provider;

    public async Task<byte[]> GenerateAsync(AudioRequest request, IProgress<int> progress, CancellationToken cancellationToken)
    {
        if (Model.CharactersOf(request.Text) > TextLengthMax)
        {
            throw new ProviderFailureException(GenerationFailureCode.ProviderRejected, "The text is longer than the provider reads.", isRetryable: false);
        }

        using var message = new HttpRequestMessage(HttpMethod.Post, new Uri(options.Address, "audio/speech"))
        {
            Content = JsonContent.Create(Write(request), SpeechJson.Default.SpeechRequest),
            Headers =
            {
                Accept = { new MediaTypeWithQualityHeaderValue("application/octet-stream") },
                Authorization = new AuthenticationHeaderValue("Bearer", options.ApiKey),
            },
        };
        var sound = await ProviderAnswer.ReadBytesAsync(_call, message, BytesMax, cancellationToken);
        AudioFile.Read(sound.Span, request.Format);
        progress.Report(100);
        return sound.ToArray();
    }

    public void Dispose() => http.Dispose();

    // The first models cannot be told how to speak, and refuse to be.
    private static SpeechRequest Write(AudioRequest request) => new(
        request.Model,
        request.Text,
        request.Voice,
        request.Format,
        request.Speed,
        request.Model.StartsWith("tts-1", StringComparison.Ordinal) ? null : request.Instructions);
}
