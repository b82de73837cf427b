using System.Globalization;
using System.Text.RegularExpressions;
using Webox.Application.Invoices;
using Webox.Domain;
using Webox.Domain.Carts;
using Webox.Domain.Catalog;
using Webox.Domain.Invoices;
using Webox.Domain.Orders;
using Webox.Domain.Promotions;
using Webox.Domain.Shipping;
using Webox.Infrastructure.Invoices;

namespace Webox.Infrastructure.Tests.Invoices;

public sealed partial class InvoicePrinterTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private static readonly InvoiceSeller Seller = new(
        "Œuvres & Café SAS", ["1 rue de l'Été", "75001 Paris"], "73282932000074", "FR44732829320", "SAS au capital de 10 000 €, RCS Paris 732 829 320", "factures@example.com");

    [FactWith("pdftotext")]
    public async Task A_reader_finds_every_figure_and_every_accent()
    {
        var text = await TextAsync(Print(Order(lines: 2, percent: 10)));

        foreach (var part in new[]
        {
            "FACTURE", "F-2026-000042", "02/01/2026", "Œuvres & Café SAS", "1 rue de l'Été", "SIRET 73282932000074", "TVA FR44732829320",
            "Zoë Müller-Île", "Générateur n° 1 (édition « À l'œuvre »)", "49,99 €", "Sous-total HT", "149,97 €", "Remise HT (CODE)", "-15,00 €",
            "Frais de port HT", "4,90 €", "TVA 20 %", "TVA 5,5 %", "Total TTC", "Payée le 02/01/2026", "Page 1 sur 1",
        })
        {
            Assert.Contains(part, text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("SPÉCIMEN", text, StringComparison.Ordinal);
    }

    [FactWith("qpdf")]
    public async Task The_file_has_no_error_that_a_checker_finds()
    {
        foreach (var lines in new[] { 1, 100 })
        {
            var (code, output) = await PdfTools.RunAsync("qpdf", Print(Order(lines, percent: 0)), "--check", "{file}");

            Assert.True(code == 0 && output.Contains("No syntax or stream encoding errors found", StringComparison.Ordinal), output);
        }
    }

    [FactWith("pdftotext")]
    public async Task A_hundred_lines_go_on_over_pages_and_none_is_lost()
    {
        var pdf = Print(Order(lines: 100, percent: 0));
        var pages = (await TextAsync(pdf)).TrimEnd('\f').Split('\f');

        Assert.True(pages.Length > 1);
        for (var i = 0; i < pages.Length; i++)
        {
            Assert.Contains($"Page {i + 1} sur {pages.Length}", pages[i], StringComparison.Ordinal);
        }

        Assert.Equal(Enumerable.Range(1, 100), NumberOfLine().Matches(string.Concat(pages)).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)).Order());
        Assert.All(pages[..^1], page => Assert.Contains("Désignation", page, StringComparison.Ordinal));
        Assert.Contains("Total TTC", pages[^1], StringComparison.Ordinal);
    }

    [FactWith("pdftotext")]
    public async Task What_people_type_is_text_and_nothing_else()
    {
        var name = "(Tj) \\) ET <</JS>> <b>Łódź</b> 東京 \u202e " + new string('W', 90);
        var text = await TextAsync(Print(Order(lines: 1, percent: 0, name)));

        Assert.Contains("(Tj) \\) ET <</JS>>", text, StringComparison.Ordinal);
        Assert.Contains("<b>?ódz</b>", text, StringComparison.Ordinal);
        Assert.Contains("Total TTC", text, StringComparison.Ordinal);
    }

    [FactWith("pdftotext")]
    public async Task A_credit_note_names_the_invoice_it_corrects_and_why()
    {
        var order = Order(lines: 1, percent: 0);
        var draft = Draft(order) with
        {
            Kind = InvoiceKind.CreditNote,
            Number = "A-2026-000001",
            Corrects = "F-2026-000042",
            Reason = "Déçu",
            Lines = [new InvoiceDraftLine("Remboursement", 1, null, null, order.Total)],
        };

        var text = await TextAsync(new InvoicePrinter(Seller).Print(draft));

        Assert.All(["AVOIR", "A-2026-000001", "F-2026-000042", "Motif : Déçu", "Total TTC remboursé"], part => Assert.Contains(part, text, StringComparison.Ordinal));
    }

    [FactWith("pdftotext")]
    public async Task Without_a_seller_it_says_on_every_page_that_it_is_a_specimen()
    {
        var pages = (await TextAsync(new InvoicePrinter(InvoiceSeller.Sample).Print(Draft(Order(lines: 100, percent: 0))))).TrimEnd('\f').Split('\f');

        Assert.All(pages, page => Assert.Contains("SPÉCIMEN SANS VALEUR", page, StringComparison.Ordinal));
    }

    [FactWith("pdfinfo")]
    public async Task Programs_are_told_what_the_file_is()
    {
        var (code, info) = await PdfTools.RunAsync("pdfinfo", Print(Order(lines: 1, percent: 0)), "{file}");

        Assert.Equal(0, code);
        Assert.Matches(@"Title:\s+Facture F-2026-000042\n", info);
        Assert.Matches(@"Author:\s+Œuvres & Café SAS\n", info);
        Assert.Matches(@"Page size:\s+595\.28 x 841\.89 pts \(A4\)", info);
        Assert.Matches(@"JavaScript:\s+no", info);
    }

    [Fact]
    public void The_same_invoice_is_always_the_same_bytes()
    {
        var order = Order(lines: 3, percent: 10);

        Assert.Equal(Print(order), Print(order));
    }

    private static byte[] Print(Order order) => new InvoicePrinter(Seller).Print(Draft(order));

    private static InvoiceDraft Draft(Order order) => new(
        InvoiceKind.Invoice, "F-2026-000042", Now, order,
        [.. order.Lines.Select(line => new InvoiceDraftLine(line.Name, line.Quantity, line.UnitPrice, line.TaxRate, line.Total))],
        InvoiceTaxes.Of(order), order.Total);

    /// <summary>Paid; every second line is a parcel, taxed at 5.5 %.</summary>
    internal static Order Order(int lines, int percent, string name = "Générateur n° {0} (édition « À l'œuvre »)")
    {
        var products = Enumerable.Range(1, lines).Select(i => Product.Create(
            new ProductDescription($"p-{i}", name.Replace("{0}", $"{i}", StringComparison.Ordinal), "Court", "Long", "outils-ia"),
            i % 2 == 0 ? ProductKind.Physical : ProductKind.Digital, new Money(4999, Currency.Eur), null, i % 2 == 0 ? 10 : null, 0, Now)).ToList();
        var cart = Cart.Open(customer: null, Currency.Eur, Now);
        foreach (var (product, i) in products.Select((product, i) => (product, i)))
        {
            cart.Add(product, i == 0 ? 2 : 1, Now);
        }

        cart.UpdateCheckout(EmailAddress.Parse("zoe@example.com"), Address.Create("Zoë Müller-Île", "3 bis, place de l'Hôtel-de-Ville", "Bât. C", "Nîmes", "30000", "FR"), null);
        var terms = new SalesTerms(
            new TaxRates([new TaxRule(null, ProductKind.Physical, null, new TaxRate(550))]), PricesIncludeTax: false,
            new ShippingRates(Currency.Eur, new Dictionary<string, IReadOnlyList<ShippingBracket>>(), [new(long.MaxValue, 490)]));
        var code = percent == 0 ? null : new AppliedPromoCode(PromoCode.Create(new PromoCodeTerms("code", PromoCodeKind.Percent, percent, Money.Zero(Currency.Eur)), Now), 0);
        var order = Domain.Orders.Order.Place(cart, new CartQuote(cart, products.ToDictionary(p => p.Id), terms, isGuest: true, Now, code), null, Now);
        order.ApplyMoney([Captured(order)], Now);
        return order;
    }

    private static Domain.Payments.PaymentEvent Captured(Order order) => new()
    {
        Provider = Domain.Payments.PaymentProvider.Sandbox,
        ProviderObject = "ch",
        Kind = Domain.Payments.PaymentEventKind.Captured,
        PaymentId = Domain.Payments.PaymentId.From(Guid.CreateVersion7(Now)),
        OrderId = order.Id,
        AmountMinorUnits = order.TotalMinorUnits,
        Currency = order.Currency,
        OccurredAt = Now,
        MessageId = "m",
    };

    // Spaces that do not break read like others.
    private static async Task<string> TextAsync(byte[] pdf)
    {
        var (code, text) = await PdfTools.RunAsync("pdftotext", pdf, "-layout", "-enc", "UTF-8", "{file}", "-");
        Assert.Equal(0, code);
        return text.Replace('\u00a0', ' ');
    }

    [GeneratedRegex(@"Générateur n° (\d+) ")]
    private static partial Regex NumberOfLine();
}
