namespace Webox.Application.Accounts;

/// <summary>The secret of this installation, split by purpose so that a signature for one thing never fits another.</summary>
public interface IKeyRing
{
    /// <summary>32 bytes, the same on every node and after every restart. Derived with HKDF-SHA256 from the installation's secret.</summary>
    /// <param name="purpose">What is signed: <c>cart-token</c>, <c>access-token</c>, <c>artifact-url</c>.</param>
    byte[] DeriveKey(string purpose);
}
