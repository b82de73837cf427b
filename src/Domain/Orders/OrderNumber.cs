using System.Globalization;
using System.Security.Cryptography;

namespace Webox.Domain.Orders;

/// <summary>
/// The name of an order among people: <c>W-2026-7K4M9Q2X</c>. Drawn by lot, not counted: a number tells nobody how much is sold, and
/// no two orders wait for each other to get one. The alphabet is Crockford's, without I, L, O and U. https://www.crockford.com/base32.html
/// </summary>
public static class OrderNumber
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <param name="now">Gives the year.</param>
    public static string Draw(DateTimeOffset now) =>
        string.Create(CultureInfo.InvariantCulture, $"W-{now.UtcDateTime.Year}-{RandomNumberGenerator.GetString(Alphabet, 8)}");
}
