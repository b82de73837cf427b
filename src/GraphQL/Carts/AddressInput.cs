using Webox.Domain;

namespace Webox.GraphQL.Carts;

/// <summary>Every part is trimmed; one that is empty, longer than 100 characters or malformed is refused with `INVALID_ADDRESS`.</summary>
/// <param name="Country">ISO 3166-1 alpha-2: `FR`.</param>
public sealed record AddressInput(string Name, string Line1, string? Line2, string City, string PostalCode, string Country)
{
    internal Address ToAddress() => Address.Create(Name, Line1, Line2, City, PostalCode, Country);
}
