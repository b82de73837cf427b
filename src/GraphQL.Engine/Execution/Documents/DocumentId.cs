using System.Security.Cryptography;
using System.Text;

namespace Webox.GraphQL.Engine.Execution.Documents;

/// <summary>Ids made of texts.</summary>
internal static class DocumentId
{
    public const string Prefix = "sha256:";

    /// <summary>Longest id that is looked up, in characters.</summary>
    public const int LengthMax = 128;

    public static string Of(string text) => Prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
