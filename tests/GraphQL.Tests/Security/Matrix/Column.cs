using Webox.Domain.Customers;

namespace Webox.GraphQL.Tests.Security.Matrix;

/// <summary>One who asks.</summary>
/// <param name="Token">Null for somebody without one.</param>
internal sealed record Column(string Name, string? Token, Role? Role)
{
    public bool IsNobody => Role is null;

    public bool IsOwner => Name == "owner";

    public bool IsStaff => Role is not (null or Domain.Customers.Role.Customer);

    /// <summary>The staff who read orders, payments and customers.</summary>
    public bool IsReadingStaff => Role is Domain.Customers.Role.Support or Domain.Customers.Role.Finance or Domain.Customers.Role.Admin;
}
