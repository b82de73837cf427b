using Webox.Domain.Customers;

namespace Webox.Application;

/// <summary>Who is asking. Implemented by the host from the access token.</summary>
public interface ICurrentCustomer
{
    /// <summary>Null for a guest.</summary>
    CustomerId? Id { get; }

    /// <summary><see cref="Role.Customer"/> for a guest, too.</summary>
    Role Role { get; }
}
