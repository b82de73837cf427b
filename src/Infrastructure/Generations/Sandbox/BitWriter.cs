namespace Webox.Infrastructure.Generations.Sandbox;

/// <summary>Writes bits, the highest of a byte first. Descriptors as in ITU-T H.264 7.2 and 9.1.</summary>
internal sealed class BitWriter
{
    private readonly List<byte> _bytes = [];
    private int _used;

    /// <summary>u(n): the lowest bits of a number.</summary>
    public BitWriter Bits(int count, uint value)
    {
        for (var bit = count - 1; bit >= 0; bit--)
        {
            if (_used == 0)
            {
                _bytes.Add(0);
            }

            _bytes[^1] |= (byte)(((value >> bit) & 1) << (7 - _used));
            _used = (_used + 1) % 8;
        }

        return this;
    }

    /// <summary>ue(v): an Exp-Golomb code.</summary>
    public BitWriter Unsigned(uint value)
    {
        var length = 31 - int.LeadingZeroCount((int)(value + 1));
        return Bits(length, 0).Bits(length + 1, value + 1);
    }

    /// <summary>Zeros up to the next byte.</summary>
    public BitWriter Align()
    {
        _used = 0;
        return this;
    }

    /// <summary>Whole bytes; only where one begins.</summary>
    public BitWriter Bytes(ReadOnlySpan<byte> bytes)
    {
        _bytes.AddRange(bytes);
        return this;
    }

    /// <summary>The one and the zeros that end every unit: rbsp_trailing_bits().</summary>
    public byte[] End() => [.. Bits(1, 1).Align()._bytes];
}
