using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Webox.Application;
using Webox.Application.Accounts;
using Webox.Domain;
using Webox.Domain.Accounts;
using Webox.Domain.Customers;

namespace Webox.Infrastructure.Accounts;

/// <summary>
/// Makes the first administrator from <c>WEBOX_ADMIN_EMAIL</c> and <c>WEBOX_ADMIN_PASSWORD</c> when there is none. Without
/// them nobody is administrator; there is no default password.
/// </summary>
internal sealed partial class FirstAdmin(IConfiguration configuration, IWeboxDb db, IAccounts accounts, TimeProvider time, ILogger<FirstAdmin> logger)
{
    /// <exception cref="DomainException">The e-mail address or the password is refused.</exception>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        var email = configuration["WEBOX_ADMIN_EMAIL"];
        var password = configuration["WEBOX_ADMIN_PASSWORD"];
        if (string.IsNullOrWhiteSpace(email) || string.IsNullOrWhiteSpace(password) || await ExistsAsync(cancellationToken))
        {
            return;
        }

        var address = EmailAddress.Parse(email);
        var admin = Customer.Register(address, "Webox", Role.Admin, time.GetUtcNow());
        try
        {
            await accounts.CreateAsync(admin, address, password, cancellationToken);
            LogCreated(logger, admin.Id.Value);
        }
        catch (EmailTakenException) when (db.Customers.Any(customer => customer.Role == Role.Admin))
        {
            // Another node, started at the same moment, was first.
        }
    }

    private Task<bool> ExistsAsync(CancellationToken cancellationToken) =>
        db.Customers.AnyAsync(customer => customer.Role == Role.Admin, cancellationToken);

    [LoggerMessage(Level = LogLevel.Information, Message = "First administrator {CustomerId} created")]
    private static partial void LogCreated(ILogger logger, Guid customerId);
}
