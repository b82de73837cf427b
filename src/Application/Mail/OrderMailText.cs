using Webox.Domain;
using Webox.Domain.Customers;
using Webox.Domain.Orders;

namespace Webox.Application.Mail;

/// <summary>What the mail about a paid order says: what was bought, what it cost, and where the invoice is.</summary>
internal static class OrderMailText
{
    /// <param name="link">To the order's page. Null: the mail names its number only.</param>
    public static (string Subject, string Text) Of(Order order, Language language, string? link)
    {
        var words = language is Language.En ? Words.English : Words.French;
        string[] text =
        [
            $"{words.Greeting} {order.BillingAddress.Name},",
            "",
            $"{words.Paid} {order.Number}.",
            "",
            .. order.Lines.Select(line => Row($"{line.Quantity} × {line.Name}", line.Total)),
            .. Optional(words.Discount, order.Discount),
            .. Optional(words.Shipping, order.Shipping),
            .. Optional(words.Tax, order.Tax),
            Row(words.Total, order.Total),
            "",
            .. link is null ? Array.Empty<string>() : [$"{words.Invoice} :", link, ""],
            words.Signature,
            "",
        ];
        return ($"{words.Subject} {order.Number}", string.Join('\n', text));
    }

    private static string[] Optional(string name, Money amount) => amount.MinorUnits == 0 ? [] : [Row(name, amount)];

    private static string Row(string name, Money amount) => $"{name} : {Of(amount)}";

    private static string Of(Money money) => $"{money.ToDecimalString()} {money.Currency.Code}";

    private sealed record Words(
        string Subject, string Greeting, string Paid, string Discount, string Shipping, string Tax, string Total, string Invoice, string Signature)
    {
        public static readonly Words French = new(
            "Votre commande", "Bonjour", "Merci. Nous avons reçu le paiement de votre commande", "Remise", "Livraison", "TVA", "Total",
            "Suivez votre commande et téléchargez votre facture ici", "La boutique");

        public static readonly Words English = new(
            "Your order", "Hello", "Thank you. We have received the payment of your order", "Discount", "Shipping", "VAT", "Total",
            "Follow your order and download your invoice here", "The shop");
    }
}
