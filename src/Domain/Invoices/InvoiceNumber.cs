using System.Globalization;

namespace Webox.Domain.Invoices;

/// <summary>Each kind has a series of its own, each year begins at 1: <c>F-2026-000042</c>, <c>A-2026-000003</c> for a credit note (avoir).</summary>
public static class InvoiceNumber
{
    public const int LengthMax = 20;

    public static string Of(InvoiceKind kind, int year, int sequence) =>
        string.Create(CultureInfo.InvariantCulture, $"{(kind is InvoiceKind.CreditNote ? 'A' : 'F')}-{year:D4}-{sequence:D6}");
}
