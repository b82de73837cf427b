namespace Webox.Domain;

/// <summary>A client's name for one wish. The same wish under the same key happens once, however often it is sent.</summary>
public static class IdempotencyKey
{
    public const int LengthMax = 64;

    /// <exception cref="InvalidIdempotencyKeyException">Not 1 to 64 visible ASCII characters.</exception>
    public static string Check(string key) =>
        key.Length is > 0 and <= LengthMax && key.All(c => c is > ' ' and < '\x7f') ? key : throw new InvalidIdempotencyKeyException();
}

public sealed class InvalidIdempotencyKeyException()
    : DomainException($"La clé d'idempotence doit compter de 1 à {IdempotencyKey.LengthMax} caractères ASCII visibles.");
