using Webox.Domain.Customers;

namespace Webox.Application.Generations;

internal static class SignedIn
{
    /// <summary>The signed-in customer. Asking for a guest's is a bug: the graph lets only signed-in customers generate.</summary>
    public static CustomerId Require(this ICurrentCustomer customer) =>
        customer.Id ?? throw new InvalidOperationException("Nobody is signed in.");
}
