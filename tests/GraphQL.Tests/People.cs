using Microsoft.Extensions.DependencyInjection;
using Webox.Application;
using Webox.Application.Accounts;
using Webox.Domain;
using Webox.Domain.Customers;

namespace Webox.GraphQL.Tests;

internal static class Staff
{
    /// <summary>Someone of the staff. Gives the access token.</summary>
    public static async Task<string> SignInAsStaffAsync(this WeboxApp app, Role role)
    {
        var staff = Customer.Register(EmailAddress.Parse($"{role}@example.com"), $"{role}", role, TimeProvider.System.GetUtcNow());
        await using var db = app.Services.GetRequiredService<IWeboxDbFactory>().Open();
        db.Customers.Add(staff);
        await db.SaveChangesAsync(default);
        return app.Services.GetRequiredService<IAccessTokens>().Issue(staff.Id, role).Value;
    }
}
