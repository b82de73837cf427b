namespace Webox.Domain;

/// <summary>Where a bill or a parcel goes.</summary>
/// <param name="Country">ISO 3166-1 alpha-2, upper case: <c>FR</c>.</param>
public sealed record Address(string Name, string Line1, string? Line2, string City, string PostalCode, string Country);
