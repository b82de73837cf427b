using System.Text;
using Webox.Domain.Generations;

namespace Webox.Infrastructure.Generations.Worker;

/// <summary>How much of an answer a customer got, for the case that its provider never says what it cost.</summary>
internal sealed class DeliveredText
{
    /// <summary>A rule of thumb: four bytes of UTF-8 a token.</summary>
    public const int BytesPerToken = 4;

    public long Bytes { get; private set; }

    public void Add(string text) => Bytes += Encoding.UTF8.GetByteCount(text);

    public TokenUsage EstimateUsage(Generation generation) =>
        new(Tokens(PromptSize.Of(generation.Prompt, generation.Options.SystemPrompt, generation.Context).Bytes), Tokens(Bytes));

    private static int Tokens(long bytes) => (int)((bytes + BytesPerToken - 1) / BytesPerToken);
}
