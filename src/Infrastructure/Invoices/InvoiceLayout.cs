using Webox.Application.Invoices;
using Webox.Domain;
using Webox.Domain.Invoices;
using Webox.Infrastructure.Invoices.Pdf;

namespace Webox.Infrastructure.Invoices;

/// <summary>Where what stands on an invoice, from top to bottom; what does not fit goes on on the next page.</summary>
internal sealed class InvoiceLayout
{
    private const double Left = 50;
    private const double Right = 545;
    private const double Bottom = 770;
    private const double Row = 14;
    private const double TextWidth = 225;
    private const double QuantityRight = 320;
    private const double PriceRight = 400;
    private const double RateRight = 455;
    private const double LabelRight = 455;

    private readonly InvoiceDraft _draft;
    private readonly InvoiceSeller _seller;
    private readonly PdfDocument _document;
    private PdfPage _page;
    private double _y = 60;

    public InvoiceLayout(InvoiceDraft draft, InvoiceSeller seller)
    {
        (_draft, _seller) = (draft, seller);
        _document = new PdfDocument(new PdfFacts($"{Title} {draft.Number}", seller.Name, draft.IssuedAt));
        _page = _document.AddPage();
    }

    private string Title => _draft.Kind is InvoiceKind.CreditNote ? "Avoir" : "Facture";

    private Currency Currency => _draft.Order.Currency;

    public byte[] Print()
    {
        Head();
        Facts();
        Lines();
        Sums();
        Notes();
        Feet();
        return _document.ToBytes();
    }

    private void Head()
    {
        _page.Text(_seller.Name, Left, _y, PdfFont.Bold, 14);
        _page.Text(Title.ToUpperInvariant(), Right, _y, PdfFont.Bold, 18, isRight: true);
        string[] who = [.. _seller.Address, $"SIRET {_seller.Siret}", .. Optional("TVA ", _seller.VatId), .. Optional("", _seller.Legal), .. Optional("", _seller.Email)];
        foreach (var line in who)
        {
            Next(12);
            _page.Text(line, Left, _y, PdfFont.Regular, 9, gray: 0.3);
        }

        Next(40);
    }

    private void Facts()
    {
        var top = _y;
        var order = _draft.Order;
        (string Name, string Value)[] facts =
        [
            ("Numéro", _draft.Number),
            ("Date", FrenchText.Of(_draft.IssuedAt)),
            .. _draft.Corrects is { } corrected ? [("Facture d'origine", corrected)] : Array.Empty<(string, string)>(),
            ("Commande", order.Number),
            ("Passée le", FrenchText.Of(order.PlacedAt)),
        ];
        foreach (var (name, value) in facts)
        {
            _page.Text(name, Left, _y, PdfFont.Regular, 10, gray: 0.3);
            _page.Text(value, Left + 95, _y, PdfFont.Bold, 10);
            Next(Row);
        }

        var below = _y;
        _y = top;
        var address = order.BillingAddress;
        string[] whom = [address.Name, address.Line1, .. Optional("", address.Line2), $"{address.PostalCode} {address.City}", address.Country, order.Email];
        _page.Text("Client", 320, _y, PdfFont.Regular, 10, gray: 0.3);
        foreach (var line in whom.SelectMany(part => PdfFont.Regular.Wrap(part, 10, Right - 320)))
        {
            Next(Row);
            _page.Text(line, 320, _y, PdfFont.Regular, 10);
        }

        _y = Math.Max(_y, below);
        Next(30);
    }

    private void Lines()
    {
        TableHead();
        foreach (var line in _draft.Lines)
        {
            var text = PdfFont.Regular.Wrap(line.Text, 10, TextWidth);
            if (Room(Math.Min(text.Count, 3) * Row + 4))
            {
                TableHead();
            }

            _page.Text($"{line.Quantity}", QuantityRight, _y, PdfFont.Regular, 10, isRight: true);
            _page.Text(line.UnitPrice is { } price ? FrenchText.Of(price) : "", PriceRight, _y, PdfFont.Regular, 10, isRight: true);
            _page.Text(line.Rate is { } rate ? FrenchText.Of(rate) : "", RateRight, _y, PdfFont.Regular, 10, isRight: true);
            _page.Text(FrenchText.Of(line.Total), Right, _y, PdfFont.Regular, 10, isRight: true);
            foreach (var part in text)
            {
                if (Room(Row))
                {
                    TableHead();
                }

                _page.Text(part, Left, _y, PdfFont.Regular, 10);
                Next(Row);
            }

            Next(4);
        }

        _page.Line(Left, Right, _y - 8);
        Next(12);
    }

    private void TableHead()
    {
        var suffix = _draft.IsWholeOrder && !_draft.Order.PricesIncludeTax ? "HT" : "TTC";
        _page.Fill(Left - 4, _y - 13, Right - Left + 8, 20, 0.93);
        _page.Text("Désignation", Left, _y, PdfFont.Bold, 9);
        _page.Text("Quantité", QuantityRight, _y, PdfFont.Bold, 9, isRight: true);
        _page.Text($"Prix unitaire {suffix}", PriceRight, _y, PdfFont.Bold, 9, isRight: true);
        _page.Text("TVA", RateRight, _y, PdfFont.Bold, 9, isRight: true);
        _page.Text($"Montant {suffix}", Right, _y, PdfFont.Bold, 9, isRight: true);
        Next(22);
    }

    private void Sums()
    {
        var rows = new List<(string Label, Money Amount, bool IsTotal)>();
        var (order, nothing) = (_draft.Order, Money.Zero(Currency));
        var suffix = order.PricesIncludeTax ? "TTC" : "HT";
        if (_draft.IsWholeOrder)
        {
            rows.Add(($"Sous-total {suffix}", order.Subtotal, false));
            Add($"Remise {suffix}" + (order.PromoCode is { } code ? $" ({code})" : ""), nothing - order.Discount);
            Add($"Frais de port {suffix}", order.Shipping);
        }

        rows.Add(("Total HT", new Money(_draft.Taxes.Sum(tax => tax.NetMinorUnits), Currency), false));
        rows.AddRange(_draft.Taxes.Select(tax => (
            $"TVA {FrenchText.Of(new TaxRate(tax.BasisPoints))} sur {FrenchText.Of(new Money(tax.NetMinorUnits, Currency))}",
            new Money(tax.TaxMinorUnits, Currency), false)));
        rows.Add((_draft.Kind is InvoiceKind.CreditNote ? "Total TTC remboursé" : "Total TTC", _draft.Total, true));

        // Sums that belong together stay together.
        Room(rows.Count * 16);
        foreach (var (label, amount, isTotal) in rows)
        {
            var font = isTotal ? PdfFont.Bold : PdfFont.Regular;
            _page.Text(label, LabelRight, _y, font, isTotal ? 11 : 10, isRight: true);
            _page.Text(FrenchText.Of(amount), Right, _y, font, isTotal ? 11 : 10, isRight: true);
            Next(16);
        }

        Next(14);

        void Add(string label, Money amount)
        {
            if (amount != nothing)
            {
                rows.Add((label, amount, false));
            }
        }
    }

    private void Notes()
    {
        string[] notes =
        [
            .. _draft.IsWholeOrder ? [_draft.Order.PaidAt is { } paid ? $"Payée le {FrenchText.Of(paid)}." : "À payer."] : Array.Empty<string>(),
            .. Optional("Motif : ", _draft.Reason),
            .. _draft.Taxes.Any(tax => tax.BasisPoints == 0) ? ["Les montants à 0\u00a0% ne sont pas soumis à la TVA."] : Array.Empty<string>(),
        ];
        foreach (var line in notes.SelectMany(note => PdfFont.Regular.Wrap(note, 9, Right - Left)))
        {
            Room(12);
            _page.Text(line, Left, _y, PdfFont.Regular, 9, gray: 0.2);
            Next(12);
        }
    }

    private void Feet()
    {
        foreach (var (page, i) in _document.Pages.Select((page, i) => (page, i)))
        {
            page.Line(Left, Right, 790);
            page.Text($"{Title} {_draft.Number}", Left, 805, PdfFont.Regular, 8, gray: 0.4);
            page.Text($"Page {i + 1} sur {_document.Pages.Count}", Right, 805, PdfFont.Regular, 8, isRight: true, gray: 0.4);
            if (_seller.IsSample)
            {
                page.Text("SPÉCIMEN SANS VALEUR : le vendeur n'est pas configuré.", Left, 30, PdfFont.Bold, 11, gray: 0.4);
            }
        }
    }

    /// <summary>Goes on on a new page where so much does not fit on this one.</summary>
    /// <returns>True when a new page was begun.</returns>
    private bool Room(double height)
    {
        if (_y + height <= Bottom)
        {
            return false;
        }

        _page = _document.AddPage();
        _y = 70;
        return true;
    }

    private void Next(double height) => _y += height;

    private static string[] Optional(string label, string? text) => text is null ? [] : [label + text];
}
