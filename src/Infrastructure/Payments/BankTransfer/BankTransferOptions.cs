using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Webox.Application.Operations;

namespace Webox.Infrastructure.Payments.BankTransfer;

/// <summary>The account that customers transfer to.</summary>
internal sealed partial record BankTransferOptions(string Iban, string Bic, string Beneficiary)
{
    /// <summary>By <c>WEBOX_BANK_IBAN</c>, <c>WEBOX_BANK_BIC</c> and <c>WEBOX_BANK_BENEFICIARY</c>. Null when none is set: transfers are not offered.</summary>
    /// <exception cref="StartRefusedException">One is missing or wrong. A customer would send money nowhere.</exception>
    public static BankTransferOptions? From(IConfiguration configuration)
    {
        var (iban, bic, beneficiary) = (Text("WEBOX_BANK_IBAN"), Text("WEBOX_BANK_BIC"), configuration["WEBOX_BANK_BENEFICIARY"]?.Trim() ?? "");
        if (iban.Length + bic.Length + beneficiary.Length == 0)
        {
            return null;
        }

        return !Iso7064.IsIban(iban) ? throw new StartRefusedException("WEBOX_BANK_IBAN: The check digits of this IBAN are wrong, or it is none.")
            : !BicForm().IsMatch(bic) ? throw new StartRefusedException("WEBOX_BANK_BIC: A BIC has 8 or 11 characters: BNPAFRPP.")
            : beneficiary.Length is 0 or > 70 ? throw new StartRefusedException("WEBOX_BANK_BENEFICIARY: The holder's name has 1 to 70 characters.")
            : new BankTransferOptions(iban, bic, beneficiary);

        string Text(string name) => configuration[name]?.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant() ?? "";
    }

    // ISO 9362.
    [GeneratedRegex("^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$")]
    private static partial Regex BicForm();
}
