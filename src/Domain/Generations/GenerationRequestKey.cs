using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Webox.Domain.Generations;

/// <summary>What makes a request repeatable: the key its client chose, and a hash of what it asked.</summary>
/// <param name="RequestHash">SHA-256 in lower-case hexadecimal.</param>
public sealed record GenerationRequestKey(string IdempotencyKey, string RequestHash)
{
    /// <summary>Longest key accepted, in characters.</summary>
    public const int LengthMax = 255;

    // Numbers that JSON has no word for are refused later; until then they are a part of the request like any other.
    // What is not asked is left out, so that an option of a later version does not change the hash of what was asked before.
    private static readonly JsonSerializerOptions Json = new()
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <param name="fallbacks">Models that may answer instead.</param>
    /// <param name="images">Ids of images that go with the prompt.</param>
    public static GenerationRequestKey For(
        string idempotencyKey, string model, string prompt, GenerationOptions options, IReadOnlyList<string>? fallbacks = null,
        IReadOnlyList<Guid>? images = null) =>
        Of(idempotencyKey, new { model, prompt, options, fallbacks, images = images is { Count: > 0 } ? images : null });

    /// <summary>By every public property of <paramref name="request"/>.</summary>
    public static GenerationRequestKey Of<T>(string idempotencyKey, T request)
    {
        // JSON keeps the parts apart: ("ab", "c") and ("a", "bc") hash differently.
        var canonical = JsonSerializer.Serialize(request, Json);
        return new(idempotencyKey, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical))));
    }
}
