namespace Webox.Domain.Invoices;

/// <summary>What a document bills at one rate of tax.</summary>
/// <param name="BasisPoints">2000 is 20 %.</param>
public sealed record InvoiceTax(int BasisPoints, long NetMinorUnits, long TaxMinorUnits)
{
    [System.Text.Json.Serialization.JsonIgnore]
    public long GrossMinorUnits => NetMinorUnits + TaxMinorUnits;
}
