using System.Text.RegularExpressions;

namespace Webox.Infrastructure.Payments.BankTransfer;

/// <summary>
/// Check digits by ISO 7064 MOD 97-10, as IBANs (ISO 13616) and creditor references (ISO 11649) have them. They catch every single wrong
/// character and every swap of two neighbours.
/// </summary>
internal static partial class Iso7064
{
    /// <summary>Two digits for a text that begins with two letters, which they follow.</summary>
    /// <param name="letters"><c>RF</c>.</param>
    /// <param name="rest">Letters A-Z and digits.</param>
    public static string CheckDigits(string letters, string rest) => $"{98 - Remainder($"{rest}{letters}00"):00}";

    /// <summary>True when the third and fourth character are the check digits of the rest.</summary>
    public static bool IsValid(string text) => text.Length > 4 && Form().IsMatch(text) && Remainder(text[4..] + text[..4]) == 1;

    public static bool IsIban(string text) => text.Length is >= 15 and <= 34 && IsValid(text);

    // A letter counts as two digits: A is 10, Z is 35.
    private static int Remainder(string text) =>
        text.Aggregate(0, (remainder, c) => char.IsAsciiDigit(c) ? ((remainder * 10) + c - '0') % 97 : ((remainder * 100) + c - 'A' + 10) % 97);

    [GeneratedRegex("^[A-Z]{2}[0-9]{2}[A-Z0-9]+$")]
    private static partial Regex Form();
}
