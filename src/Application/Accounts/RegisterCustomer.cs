using Webox.Application.Carts;
using Webox.Domain;
using Webox.Domain.Accounts;
using Webox.Domain.Customers;

namespace Webox.Application.Accounts;

/// <summary>Makes an account and signs in. A guest's cart becomes the new customer's.</summary>
public sealed class RegisterCustomer(IAccounts accounts, ISessions sessions, MergeCarts mergeCarts, TimeProvider time)
{
    /// <exception cref="InvalidEmailException">Nothing is saved.</exception>
    /// <exception cref="InvalidNameException">Nothing is saved.</exception>
    /// <exception cref="WeakPasswordException">Nothing is saved.</exception>
    /// <exception cref="EmailTakenException">Nothing is saved.</exception>
    public async Task<SignedIn> ExecuteAsync(
        string email, string name, string password, string? cartToken, Language language, CancellationToken cancellationToken)
    {
        var address = EmailAddress.Parse(email);
        var customer = Customer.Register(address, name, Role.Customer, time.GetUtcNow(), language);
        await accounts.CreateAsync(customer, address, password, cancellationToken);
        if (cartToken is not null)
        {
            await mergeCarts.ExecuteAsync(cartToken, customer.Id, cancellationToken);
        }

        return new SignedIn(await sessions.StartAsync(customer.Id, cancellationToken), customer);
    }
}
