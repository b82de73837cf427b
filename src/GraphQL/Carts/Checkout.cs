using Webox.Domain;
using Webox.Domain.Carts;
using Webox.Domain.Payments;

namespace Webox.GraphQL.Carts;

/// <summary>What placing the order still needs.</summary>
/// <param name="ShippingAddress">Needed only when a line is a physical product. Null: the billing address.</param>
/// <param name="Problems">Empty once the order can be placed.</param>
/// <param name="PaymentProviders">The ways to pay that are configured here.</param>
public sealed record Checkout(
    string? Email,
    Address? BillingAddress,
    Address? ShippingAddress,
    IReadOnlyList<CheckoutProblem> Problems,
    IReadOnlyList<PaymentProvider> PaymentProviders);
