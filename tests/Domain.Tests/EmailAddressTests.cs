using Webox.Domain;

namespace Webox.Domain.Tests;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("ada@example.com")]
    [InlineData("ada.lovelace+shop@mail.example.co.uk")]
    [InlineData("o'neill@example.ie")]
    [InlineData("a@b.fr")]
    public void An_address_is_kept_as_it_was_written(string text) => Assert.Equal(text, EmailAddress.Parse($" {text} ").Value);

    [Theory]
    [InlineData("")]
    [InlineData("ada")]
    [InlineData("ada@localhost")]
    [InlineData("@example.com")]
    [InlineData("ada@")]
    [InlineData("ada@@example.com")]
    [InlineData("ada lovelace@example.com")]
    [InlineData("ada@example..com")]
    [InlineData("ada@-example.com")]
    [InlineData("ada@example.com\nbcc: eve@example.com")]
    [InlineData("ada@example.com>")]
    public void Anything_else_is_refused_with_what_was_given(string text) =>
        Assert.Equal(text, Assert.Throws<InvalidEmailException>(() => EmailAddress.Parse(text)).Email);

    [Fact]
    public void At_254_characters_it_ends()
    {
        var domain = string.Join('.', Enumerable.Repeat(new string('d', 63), 3)) + ".com";
        var longest = new string('a', EmailAddress.LengthMax - domain.Length - 1) + "@" + domain;

        Assert.Equal(254, EmailAddress.Parse(longest).Value.Length);
        Assert.Throws<InvalidEmailException>(() => EmailAddress.Parse("a" + longest));
    }

    [Fact]
    public void Two_spellings_of_one_address_have_one_normal_form() =>
        Assert.Equal(EmailAddress.Parse("Ada@Example.COM").Normalized, EmailAddress.Parse("ada@example.com").Normalized);
}
