using Webox.Application.Generations;

namespace Webox.Infrastructure.Generations.OpenAi;

/// <summary>How one server's chat completions differ from another's.</summary>
/// <param name="hasStreamOptions">False where <c>stream_options</c> is refused.</param>
/// <param name="usesMaxCompletionTokens">
/// The name of the limit of output tokens. OpenAI retired <c>max_tokens</c>; most compatible servers know nothing else.
/// </param>
internal class ChatDialect(bool hasStreamOptions, bool usesMaxCompletionTokens)
{
    public static readonly ChatDialect OpenAi = new(hasStreamOptions: true, usesMaxCompletionTokens: true);

    public static readonly ChatDialect Compatible = new(hasStreamOptions: true, usesMaxCompletionTokens: false);

    /// <summary>
    /// Mistral counts tokens in the last piece unasked, and answers 422 to <c>stream_options</c>.
    /// https://github.com/openai/openai-agents-python/issues/442
    /// </summary>
    public static readonly ChatDialect Mistral = new(hasStreamOptions: false, usesMaxCompletionTokens: false);

    /// <summary>Of the compatible server at this address.</summary>
    public static ChatDialect At(Uri address) => address.IdnHost == "api.mistral.ai" ? Mistral : Compatible;

    public ChatRequest Write(TextRequest request) => new(
        request.Model,
        request.ToMessages(),
        Stream: true,
        hasStreamOptions ? new ChatStreamOptions(IncludeUsage: true) : null,
        usesMaxCompletionTokens ? request.OutputTokensMax : null,
        usesMaxCompletionTokens ? null : request.OutputTokensMax,
        request.Temperature);

    /// <exception cref="ProviderFailureException">It is no part of an answer, or it is an error.</exception>
    public virtual ChatChunk Read(string data) => OrError(ProviderStream.Parse(data, ChatJson.Default.ChatChunk));

    protected static ChatChunk OrError(ChatChunk chunk) => chunk.Error is { } error ? throw OpenAiFailures.InStream(error) : chunk;
}
