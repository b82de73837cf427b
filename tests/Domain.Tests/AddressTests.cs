namespace Webox.Domain.Tests;

public sealed class AddressTests
{
    [Fact]
    public void Parts_are_trimmed_and_the_country_is_upper_case() =>
        Assert.Equal(
            new Address("Ada", "1 rue de Rivoli", null, "Paris", "75001", "FR"),
            Address.Create(" Ada ", "1 rue de Rivoli", "  ", "Paris", "75001", "fr"));

    [Theory]
    [InlineData("", "1 rue", "Paris", "75001", "FR", "nom")]
    [InlineData("Ada", " ", "Paris", "75001", "FR", "adresse")]
    [InlineData("Ada", "1 rue", "", "75001", "FR", "ville")]
    [InlineData("Ada", "1 rue", "Paris", "", "FR", "code postal")]
    [InlineData("Ada", "1 rue", "Paris", "75001", "FRA", "pays")]
    [InlineData("Ada", "1 rue", "Paris", "75001", "F1", "pays")]
    [InlineData("A\nda", "1 rue", "Paris", "75001", "FR", "nom")]
    public void A_missing_or_malformed_part_is_named(string name, string line1, string city, string postalCode, string country, string part) =>
        Assert.Equal(part, Assert.Throws<InvalidAddressException>(() => Address.Create(name, line1, null, city, postalCode, country)).Part);

    [Fact]
    public void A_part_longer_than_100_characters_is_refused() =>
        Assert.Throws<InvalidAddressException>(() => Address.Create(new string('a', 101), "1 rue", null, "Paris", "75001", "FR"));
}
