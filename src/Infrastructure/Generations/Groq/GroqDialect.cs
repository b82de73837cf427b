using Webox.Infrastructure.Generations.OpenAi;

namespace Webox.Infrastructure.Generations.Groq;

/// <summary>
/// Groq's subset of chat completions: it refuses <c>stream_options</c>, and counts tokens in the last chunk's <c>x_groq</c> unasked.
/// https://console.groq.com/docs/openai
/// </summary>
internal sealed class GroqDialect() : ChatDialect(hasStreamOptions: false, usesMaxCompletionTokens: true)
{
    public override ChatChunk Read(string data)
    {
        var chunk = ProviderStream.Parse(data, GroqJson.Default.GroqChunk);
        return chunk.XGroq?.Error is { Length: > 0 }
            ? throw OpenAiFailures.InStream(new OpenAiError(Type: null, Code: null))
            : OrError(chunk with { Usage = chunk.Usage ?? chunk.XGroq?.Usage });
    }
}
