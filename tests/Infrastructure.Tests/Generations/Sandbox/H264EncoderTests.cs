using Webox.Infrastructure.Generations.Sandbox;

namespace Webox.Infrastructure.Tests.Generations.Sandbox;

public sealed class H264EncoderTests
{
    [Theory]
    [InlineData(0u, "1")]
    [InlineData(1u, "010")]
    [InlineData(2u, "011")]
    [InlineData(3u, "00100")]
    [InlineData(7u, "0001000")]
    [InlineData(25u, "000011010")]
    public void Numbers_are_exp_golomb_codes(uint number, string bits)
    {
        var written = string.Concat(new BitWriter().Unsigned(number).End().Select(value => Convert.ToString(value, 2).PadLeft(8, '0')));

        Assert.Equal(bits + "1", written.TrimEnd('0'));
    }

    // Written by hand from the tables of 7.3.2.1.1 and 7.3.2.2.
    [Fact]
    public void Parameters_are_those_of_the_specification()
    {
        var encoder = new H264Encoder(256, 144);

        Assert.Equal("6742C01EDA0404E4", Convert.ToHexString(encoder.SequenceParameters));
        Assert.Equal("68CE3C80", Convert.ToHexString(encoder.PictureParameters));
    }

    [Fact]
    public void Nothing_inside_a_unit_looks_like_the_begin_of_another()
    {
        var picture = new H264Encoder(64, 64).Encode(new Canvas(64, 64), 0);

        for (var i = 0; i + 2 < picture.Length; i++)
        {
            Assert.False(picture[i] == 0 && picture[i + 1] == 0 && picture[i + 2] < 3, $"at {i}");
        }
    }
}
