using System.Linq.Expressions;
using Webox.Domain.Customers;

namespace Webox.GraphQL.Customers;

/// <summary>A customer as staff see them: who they are and how their account stands. What they write is theirs alone.</summary>
public sealed record CustomerAccount
{
    internal static readonly Expression<Func<Customer, CustomerAccount>> Of = customer => new CustomerAccount
    {
        CustomerId = customer.Id,
        Email = customer.Email,
        Name = customer.Name,
        Role = customer.Role,
        Language = customer.Language,
        RegisteredAt = customer.RegisteredAt,
    };

    private static readonly Func<Customer, CustomerAccount> Make = Of.Compile();

    public required CustomerId CustomerId { get; init; }

    public required string Email { get; init; }

    public required string Name { get; init; }

    public required Role Role { get; init; }

    /// <summary>What mails to them are written in.</summary>
    public required Language Language { get; init; }

    public required DateTimeOffset RegisteredAt { get; init; }

    internal static CustomerAccount From(Customer customer) => Make(customer);
}
