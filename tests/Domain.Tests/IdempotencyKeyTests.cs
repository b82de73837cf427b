namespace Webox.Domain.Tests;

public sealed class IdempotencyKeyTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("018f-ABC_~!")]
    public void Visible_characters_are_a_key(string key) => Assert.Equal(key, IdempotencyKey.Check(key));

    [Theory]
    [InlineData("")]
    [InlineData("with space")]
    [InlineData("clé")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345")]
    public void Anything_else_is_not(string key) => Assert.Throws<InvalidIdempotencyKeyException>(() => IdempotencyKey.Check(key));
}
