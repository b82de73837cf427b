using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Webox.GraphQL.Engine.Types.Conventions;

/// <summary>
/// An id that says which type it belongs to: <c>Type:value</c> in base64url, so that nobody takes it apart.
/// https://relay.dev/graphql/objectidentification.htm
/// </summary>
public static class NodeId
{
    private const int CharactersMax = 512;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string Encode(string typeName, string value) => Base64Url.EncodeToString(Strict.GetBytes($"{typeName}:{value}"));

    /// <returns>False when <paramref name="id"/> is not exactly what <see cref="Encode"/> writes.</returns>
    public static bool TryDecode(string id, [NotNullWhen(true)] out string? typeName, [NotNullWhen(true)] out string? value)
    {
        (typeName, value) = (null, null);
        if (id.Length is 0 or > CharactersMax || !Base64Url.IsValid(id))
        {
            return false;
        }

        string text;
        try
        {
            text = Strict.GetString(Base64Url.DecodeFromChars(id));
        }
        catch (ArgumentException)
        {
            return false; // The bytes are no UTF-8.
        }

        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1)
        {
            return false;
        }

        (typeName, value) = (text[..colon], text[(colon + 1)..]);

        // Base64 has several spellings of the same bytes; an id has one.
        return Encode(typeName, value) == id;
    }

    internal static GraphQLException Invalid() => new(ErrorBuilder.New()
        .SetMessage("The id is not valid here.").SetCode(ErrorCodes.InvalidId).Build());
}
