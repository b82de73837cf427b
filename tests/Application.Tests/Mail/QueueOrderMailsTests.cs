using Webox.Application.Mail;
using Webox.TestSupport;

namespace Webox.Application.Tests.Mail;

public sealed class QueueOrderMailsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_paid_gets_one_mail_with_what_they_bought_and_where_the_invoice_is(DatabaseKind kind)
    {
        var (webox, postbox) = await Postbox.OpenAsync(kind, new Dictionary<string, string?> { ["WEBOX_SHOP_URL"] = "https://shop.example/fr/" });
        await using var _ = webox;
        var order = await webox.GivenOrderAsync(null, (await webox.GivenProductAsync(4999, "Un outil"), 2));
        await webox.GivenOrderAsync(null, (await webox.GivenProductAsync(), 1));
        await webox.ConfirmAsync(null, await webox.StartPaymentAsync(null, order));

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => webox.RunAsync<QueueOrderMails, int>(null, queue => queue.ExecuteAsync(default))));
        await webox.DeliverAsync();
        await webox.DeliverAsync();

        var mail = postbox.Messages.Single();
        Assert.Equal(("ada@example.com", $"Votre commande {order.Number}"), (mail.To.Value, mail.Subject));
        Assert.Equal(
            $"""
            Bonjour Ada,

            Merci. Nous avons reçu le paiement de votre commande {order.Number}.

            2 × Un outil : 99.98 EUR
            TVA : 20.00 EUR
            Total : 119.98 EUR

            Suivez votre commande et téléchargez votre facture ici :
            https://shop.example/fr/orders/{order.Number}

            La boutique

            """,
            mail.Text);
    }

    [Fact]
    public async Task Orders_that_were_paid_long_ago_get_none()
    {
        var (webox, postbox) = await Postbox.OpenAsync(DatabaseKind.Sqlite);
        await using var _ = webox;
        var order = await webox.GivenOrderAsync(null, (await webox.GivenProductAsync(), 1));
        await webox.ConfirmAsync(null, await webox.StartPaymentAsync(null, order));
        webox.Clock.Advance(QueueOrderMails.Lateness + TimeSpan.FromSeconds(1));

        await webox.DeliverAsync();

        Assert.Empty(postbox.Messages);
    }
}
