using Microsoft.EntityFrameworkCore;
using Webox.Application.Accounts;
using Webox.Domain;
using Webox.Domain.Accounts;
using Webox.Domain.Customers;
using Webox.Domain.Mail;
using Webox.Domain.Orders;

namespace Webox.Application.Mail;

/// <summary>Makes the text of a mail at the moment it is sent, from what is true then.</summary>
public sealed class MailComposer(IWeboxDb db, IAccounts accounts, EmailTokens tokens, ShopAddress shop)
{
    // Countries whose guests read French; a customer says what they read.
    private static readonly HashSet<string> FrenchCountries = ["FR", "BE", "LU", "CH", "MC"];

    /// <returns>Null when it is needless: nobody has the address any more, or what it asks for was done.</returns>
    public async Task<EmailMessage?> ComposeAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        if (mail.OrderId is { } order)
        {
            return await OfOrderAsync(mail, order, cancellationToken);
        }

        var customer = await FindCustomerAsync(mail, cancellationToken);
        return customer is null ? null : mail.Kind switch
        {
            MailKind.VerifyEmail => await IsToVerifyAsync(customer, mail, cancellationToken)
                ? await WithTokenAsync(mail, customer, EmailTokenPurpose.VerifyEmail, "verify-email", cancellationToken)
                : null,
            MailKind.ResetPassword => await WithTokenAsync(mail, customer, EmailTokenPurpose.ResetPassword, "reset-password", cancellationToken),
            MailKind.ConfirmNewEmail => await accounts.FindByEmailAsync(mail.Recipient!, cancellationToken) is null
                ? await WithTokenAsync(mail, customer, EmailTokenPurpose.ConfirmNewEmail, "confirm-email", cancellationToken)
                : null,
            MailKind.AccountDeleted => Message(mail, MailTexts.Of(mail.Kind, customer.Language, name: null, action: null)),
            _ => Message(mail, MailTexts.Of(mail.Kind, customer.Language, customer.Name, action: null)),
        };
    }

    private async Task<Customer?> FindCustomerAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        var id = mail.CustomerId ?? await accounts.FindByEmailAsync(mail.Recipient!, cancellationToken);
        return await db.Customers.AsNoTracking().FirstOrDefaultAsync(customer => customer.Id == id, cancellationToken);
    }

    private async Task<bool> IsToVerifyAsync(Customer customer, OutgoingMail mail, CancellationToken cancellationToken) =>
        customer.Email == mail.Recipient && await accounts.FindStateAsync(customer.Id, cancellationToken) is { IsEmailVerified: false };

    private async Task<EmailMessage> WithTokenAsync(
        OutgoingMail mail, Customer customer, EmailTokenPurpose purpose, string page, CancellationToken cancellationToken)
    {
        // The account's own spelling, and not that of whoever asked.
        var address = purpose is EmailTokenPurpose.ResetPassword ? customer.Email : mail.Recipient!;
        var token = await tokens.IssueAsync(mail.Id, customer.Id, purpose, address, cancellationToken);

        // Behind #, so that neither servers nor the pages that are linked from there see it.
        return Message(mail, MailTexts.Of(mail.Kind, customer.Language, customer.Name, shop.Link($"{page}#token={token}") ?? token), address);
    }

    private async Task<EmailMessage?> OfOrderAsync(OutgoingMail mail, OrderId id, CancellationToken cancellationToken)
    {
        if (await db.Orders.AsNoTracking().FirstOrDefaultAsync(order => order.Id == id, cancellationToken) is not { } order)
        {
            return null;
        }

        var known = await db.Customers.Where(customer => customer.Id == order.CustomerId).Select(customer => (Language?)customer.Language).FirstOrDefaultAsync(cancellationToken);
        var language = known ?? (FrenchCountries.Contains(order.BillingAddress.Country) ? Language.Fr : Language.En);
        return Message(mail, OrderMailText.Of(order, language, shop.Link($"orders/{Uri.EscapeDataString(order.Number)}")));
    }

    private static EmailMessage Message(OutgoingMail mail, (string Subject, string Text) text, string? to = null) =>
        new(mail.Id, EmailAddress.Parse(to ?? mail.Recipient!), text.Subject, text.Text);
}
