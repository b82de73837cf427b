using Microsoft.Extensions.DependencyInjection;
using Webox.Application;
using Webox.Application.Accounts;
using Webox.Domain;
using Webox.Domain.Customers;

namespace Webox.GraphQL.Tests;

/// <summary>Who asks, each with an address that nobody else has. They have no password: to hash one takes as long as many a test.</summary>
internal static class People
{
    /// <summary>Someone of the staff. Gives the access token.</summary>
    public static async Task<string> SignInAsStaffAsync(this WeboxApp app, Role role) => (await app.SignInAsync(role)).AccessToken;

    /// <summary>A customer. Gives the access token.</summary>
    public static async Task<string> SignInAsCustomerAsync(this WeboxApp app) => (await app.SignInAsync(Role.Customer)).AccessToken;

    public static async Task<(Customer Person, string AccessToken)> SignInAsync(this WeboxApp app, Role role)
    {
        var now = TimeProvider.System.GetUtcNow();
        var person = Customer.Register(EmailAddress.Parse($"{role}-{Guid.CreateVersion7(now):N}@example.com"), $"{role}", role, now);
        await using var db = app.Services.GetRequiredService<IWeboxDbFactory>().Open();
        db.Customers.Add(person);
        await db.SaveChangesAsync(default);
        return (person, app.Services.GetRequiredService<IAccessTokens>().Issue(person.Id, role).Value);
    }
}
