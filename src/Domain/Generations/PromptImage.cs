namespace Webox.Domain.Generations;

/// <summary>An image that goes with a prompt, kept by Webox under the hash of its content.</summary>
/// <param name="Sha256">Lower-case hexadecimal.</param>
/// <param name="MediaType"><c>image/png</c>, <c>image/jpeg</c> or <c>image/webp</c>.</param>
/// <param name="Bytes">Length.</param>
public sealed record PromptImage(string Sha256, string MediaType, long Bytes)
{
    /// <summary>Images of one request, those of earlier turns included.</summary>
    public const int CountMax = 4;

    /// <summary>Bytes of all images of one request together.</summary>
    public const long BytesMax = 16 * 1024 * 1024;

    /// <summary>
    /// What an image may count as, for the hold and the window. Gemini counts most of the largest we take: 258 tokens for each of 48 tiles.
    /// https://ai.google.dev/gemini-api/docs/image-understanding
    /// </summary>
    public const int TokensMax = 16 * 1024;
}
