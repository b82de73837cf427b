using Webox.Domain.Orders;

namespace Webox.Domain.Invoices;

/// <summary>Identifies an <see cref="Invoice"/>.</summary>
public readonly record struct InvoiceId(Guid Value) : IEntityId<InvoiceId>
{
    public static InvoiceId From(Guid value) => new(value);
}

/// <summary>
/// A document about a sale, numbered without gaps in its series and year. It never changes: what was billed too much is given back by a
/// credit note. All documents of an order together bill what the shop keeps of its total.
/// </summary>
public sealed class Invoice
{
    private Invoice()
    {
        // EF Core
    }

    public InvoiceId Id { get; private init; }

    public InvoiceKind Kind { get; private init; }

    /// <summary><c>F-2026-000042</c>.</summary>
    public string Number { get; private init; } = null!;

    /// <summary>Of the series of its kind, UTC.</summary>
    public int Year { get; private init; }

    /// <summary>From 1, without gaps.</summary>
    public int Sequence { get; private init; }

    public OrderId OrderId { get; private init; }

    public DateTimeOffset IssuedAt { get; private init; }

    public Currency Currency { get; private init; } = null!;

    /// <summary>By rate, the highest first. 0 or more, also on a credit note.</summary>
    public IReadOnlyList<InvoiceTax> Taxes { get; private init; } = [];

    /// <summary>With tax. 0 or more, also on a credit note.</summary>
    public long TotalMinorUnits { get; private init; }

    /// <summary>Of the PDF, as lower-case hexadecimal.</summary>
    public string Sha256 { get; private init; } = null!;

    /// <summary>Of the PDF.</summary>
    public int Bytes { get; private init; }

    public Money Total => new(TotalMinorUnits, Currency);

    /// <summary>What it adds to what the order is billed: negative for a credit note.</summary>
    public long BilledMinorUnits => Kind is InvoiceKind.CreditNote ? -TotalMinorUnits : TotalMinorUnits;

    /// <param name="sequence">The next of its series.</param>
    public static Invoice Issue(
        InvoiceKind kind, int sequence, Order order, IReadOnlyList<InvoiceTax> taxes, string sha256, int bytes, DateTimeOffset now) => new()
        {
            Id = InvoiceId.From(Guid.CreateVersion7(now)),
            Kind = kind,
            Number = InvoiceNumber.Of(kind, now.UtcDateTime.Year, sequence),
            Year = now.UtcDateTime.Year,
            Sequence = sequence,
            OrderId = order.Id,
            IssuedAt = now,
            Currency = order.Currency,
            Taxes = taxes,
            TotalMinorUnits = taxes.Sum(tax => tax.GrossMinorUnits),
            Sha256 = sha256,
            Bytes = bytes,
        };
}
