using Webox.Domain.Generations;

namespace Webox.Application.Generations;

/// <summary>A provider of text. One implementation a provider; registered only when it is configured.</summary>
public interface ITextGenerator
{
    AiProvider Provider { get; }

    /// <summary>
    /// Streams an answer; it is whole only when a <see cref="TextChunk.Finished"/> came, which is always the last.
    /// Ending the enumeration early closes the connection to the provider. Reading may stop for as long as the provider is silent:
    /// the caller sets the limits.
    /// </summary>
    /// <exception cref="ProviderFailureException">The provider refused, failed, or stopped before the end.</exception>
    IAsyncEnumerable<TextChunk> StreamAsync(TextRequest request, CancellationToken cancellationToken);
}

/// <param name="Model">The provider's own name of the model.</param>
/// <param name="Temperature">0 to 2. Null: the model's default.</param>
public sealed record TextRequest(string Model, string Prompt, string? SystemPrompt, double? Temperature, int OutputTokensMax)
{
    /// <summary>What was said before, oldest first: a customer's turn and its answer, by turns.</summary>
    public IReadOnlyList<TextTurn> Turns { get; init; } = [];

    /// <summary>Those of the prompt itself.</summary>
    public IReadOnlyList<ImageContent> Images { get; init; } = [];

    /// <summary>All turns and, as the last, the prompt.</summary>
    public IEnumerable<TextTurn> Conversation => Turns.Append(new TextTurn(TurnRole.User, Prompt, Images));
}

/// <summary>Something said by one side.</summary>
public sealed record TextTurn(TurnRole Role, string Text, IReadOnlyList<ImageContent> Images);

/// <summary>A whole image file.</summary>
/// <param name="MediaType"><c>image/png</c>, <c>image/jpeg</c> or <c>image/webp</c>.</param>
public sealed record ImageContent(string MediaType, byte[] Bytes);

/// <summary>A piece of an answer.</summary>
public abstract record TextChunk
{
    private TextChunk()
    {
    }

    /// <summary>Text to append.</summary>
    public sealed record Delta(string Text) : TextChunk;

    /// <param name="Usage">Null when the provider did not say.</param>
    public sealed record Finished(FinishReason Reason, TokenUsage? Usage) : TextChunk;
}
