using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Webox.Application.Operations;

namespace Webox.Infrastructure.Invoices;

/// <summary>Who sells: what an invoice must say of them.</summary>
/// <param name="Address">Lines.</param>
/// <param name="Siret">14 digits.</param>
/// <param name="VatId">Null: the seller charges no tax.</param>
/// <param name="Legal">Legal form, capital, register. Null: nothing to say.</param>
internal sealed partial record InvoiceSeller(string Name, IReadOnlyList<string> Address, string Siret, string? VatId, string? Legal, string? Email)
{
    /// <summary>Nobody: invoices say that they are specimens.</summary>
    public static readonly InvoiceSeller Sample = new("Boutique d'essai", ["1 rue de l'Exemple", "75000 Paris"], "00000000000000", null, null, null);

    public bool IsSample => ReferenceEquals(this, Sample);

    /// <summary>By <c>WEBOX_SELLER_NAME</c> and those beside it. The sample when none is set.</summary>
    /// <exception cref="StartRefusedException">One is missing or wrong: invoices cannot be changed afterwards.</exception>
    public static InvoiceSeller From(IConfiguration configuration)
    {
        var (name, address, siret) = (Text("WEBOX_SELLER_NAME"), Text("WEBOX_SELLER_ADDRESS"), Text("WEBOX_SELLER_SIRET"));
        var (vatId, legal, email) = (Text("WEBOX_SELLER_VAT_ID"), Text("WEBOX_SELLER_LEGAL"), Text("WEBOX_SELLER_EMAIL"));
        if (name.Length + address.Length + siret.Length + vatId.Length + legal.Length + email.Length == 0)
        {
            return Sample;
        }

        var digits = siret.Replace(" ", "", StringComparison.Ordinal);
        string[] lines = address.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return name.Length is 0 or > 100 ? throw new StartRefusedException("WEBOX_SELLER_NAME: The seller's name has 1 to 100 characters.")
            : lines.Length is 0 or > 5 || lines.Any(line => line.Length > 100) ? throw new StartRefusedException("WEBOX_SELLER_ADDRESS: 1 to 5 lines of at most 100 characters, separated by |.")
            : !IsSiret(digits) ? throw new StartRefusedException("WEBOX_SELLER_SIRET: A SIRET has 14 digits, the last of them a check digit.")
            : vatId.Length > 0 && !VatIdForm().IsMatch(vatId) ? throw new StartRefusedException("WEBOX_SELLER_VAT_ID: A VAT number begins with its country: FR12345678901.")
            : new InvoiceSeller(name, lines, digits, OrNull(vatId), OrNull(legal), OrNull(email));

        string Text(string setting) => configuration[setting]?.Trim() ?? "";
    }

    // Luhn's algorithm, as INSEE uses it. https://www.insee.fr/fr/metadonnees/definition/c1841
    private static bool IsSiret(string digits) => digits.Length == 14 && digits.All(char.IsAsciiDigit)
        && digits.Reverse().Select((digit, i) => (digit - '0') * (1 + i % 2)).Sum(value => value > 9 ? value - 9 : value) % 10 == 0;

    private static string? OrNull(string text) => text.Length == 0 ? null : text;

    [GeneratedRegex("^[A-Z]{2}[A-Z0-9]{2,13}$")]
    private static partial Regex VatIdForm();
}
