namespace Webox.Domain;

/// <summary>Where a bill or a parcel goes. Made by <see cref="Create"/>, which checks it.</summary>
/// <param name="Country">ISO 3166-1 alpha-2, upper case: <c>FR</c>.</param>
public sealed record Address(string Name, string Line1, string? Line2, string City, string PostalCode, string Country)
{
    /// <summary>Characters of each part; what parcel services print.</summary>
    public const int PartLengthMax = 100;

    /// <summary>Trims every part.</summary>
    /// <exception cref="InvalidAddressException">A part is empty or too long, or the country is no two-letter code.</exception>
    public static Address Create(string name, string line1, string? line2, string city, string postalCode, string country)
    {
        var code = country.Trim().ToUpperInvariant();
        return new Address(
            Part(name, "nom"),
            Part(line1, "adresse"),
            string.IsNullOrWhiteSpace(line2) ? null : Part(line2, "complément"),
            Part(city, "ville"),
            Part(postalCode, "code postal"),
            code.Length == 2 && code.All(char.IsAsciiLetterUpper) ? code : throw new InvalidAddressException("pays"));
    }

    private static string Part(string text, string part)
    {
        var trimmed = text.Trim();
        return trimmed.Length is > 0 and <= PartLengthMax && !trimmed.Any(char.IsControl) ? trimmed : throw new InvalidAddressException(part);
    }
}

public sealed class InvalidAddressException(string part) : DomainException($"L'adresse n'est pas valide : {part}.")
{
    /// <summary>In French, as shown to the shopper.</summary>
    public string Part { get; } = part;
}
