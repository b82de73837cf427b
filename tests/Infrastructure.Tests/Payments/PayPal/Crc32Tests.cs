using System.Text;
using Webox.Infrastructure.Payments.PayPal;

namespace Webox.Infrastructure.Tests.Payments.PayPal;

public sealed class Crc32Tests
{
    [Theory]
    [InlineData("", 0u)]
    [InlineData("a", 0xE8B7BE43u)]
    [InlineData("123456789", 0xCBF43926u)]
    [InlineData("The quick brown fox jumps over the lazy dog", 0x414FA339u)]
    public void The_checksum_is_the_one_of_gzip(string text, uint sum) => Assert.Equal(sum, Crc32.Of(Encoding.ASCII.GetBytes(text)));

    [Fact]
    public void Every_byte_counts()
    {
        var bytes = Enumerable.Range(0, 256).Select(i => (byte)i).ToArray();

        Assert.Equal(0x29058C73u, Crc32.Of(bytes));
    }
}
