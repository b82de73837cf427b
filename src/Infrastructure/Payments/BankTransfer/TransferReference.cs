using System.Security.Cryptography;

namespace Webox.Infrastructure.Payments.BankTransfer;

/// <summary>
/// What a customer quotes on a transfer: <c>RF47 7K4M 9Q2X 0V8T A</c>, a creditor reference by ISO 11649, which banking programs check while
/// it is typed. 13 characters of Crockford's alphabet, without I, L, O and U: 65 random bits. https://www.crockford.com/base32.html
/// </summary>
internal static class TransferReference
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 13;

    public static string Draw()
    {
        var drawn = RandomNumberGenerator.GetString(Alphabet, Length);
        return $"RF{Iso7064.CheckDigits("RF", drawn)}{drawn}";
    }

    /// <summary>In groups of four, as people read it.</summary>
    public static string ForPeople(string reference) => string.Join(' ', reference.Chunk(4).Select(group => new string(group)));
}
