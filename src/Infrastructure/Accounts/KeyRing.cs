using System.Security.Cryptography;
using System.Text;
using Webox.Application.Accounts;

namespace Webox.Infrastructure.Accounts;

/// <summary>
/// Keys derived from one secret: <c>WEBOX_SECRET</c>, or the file <c>keys/secret</c> of the data folder, which is made at the
/// first start and readable by its owner only.
/// </summary>
internal sealed class KeyRing(InstallationSecret secret) : IKeyRing
{
    private readonly byte[] _secret = secret.Read();

    public byte[] DeriveKey(string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _secret, outputLength: 32, salt: "webox"u8.ToArray(), info: Encoding.UTF8.GetBytes(purpose));
}
