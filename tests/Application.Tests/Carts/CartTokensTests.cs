using Webox.Application.Accounts;
using Webox.Application.Carts;
using Webox.Domain.Carts;

namespace Webox.Application.Tests.Carts;

public sealed class CartTokensTests
{
    private static readonly CartId Cart = CartId.From(Guid.Parse("0192d3c4-0000-7000-8000-00000000000a"));
    private readonly CartTokens _tokens = new(new Keys(1));

    [Fact]
    public void A_token_opens_the_cart_it_was_signed_for() => Assert.Equal(Cart, _tokens.Read(_tokens.Sign(Cart)));

    [Fact]
    public void A_token_of_another_installation_opens_nothing() => Assert.Null(new CartTokens(new Keys(2)).Read(_tokens.Sign(Cart)));

    [Fact]
    public void A_token_with_any_character_changed_opens_nothing()
    {
        var token = _tokens.Sign(Cart);
        for (var i = 0; i < token.Length; i++)
        {
            Assert.Null(_tokens.Read(string.Concat(token.AsSpan(0, i), token[i] == 'A' ? "B" : "A", token.AsSpan(i + 1))));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0192d3c4-0000-7000-8000-00000000000a")]
    [InlineData("é")]
    [InlineData("================================================================")]
    [InlineData("                                                                ")]
    public void What_is_no_token_opens_nothing(string? token) => Assert.Null(_tokens.Read(token));

    private sealed class Keys(byte seed) : IKeyRing
    {
        public byte[] DeriveKey(string purpose) => [.. Enumerable.Repeat(seed, 32)];
    }
}
