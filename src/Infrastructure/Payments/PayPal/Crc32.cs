namespace Webox.Infrastructure.Payments.PayPal;

/// <summary>
/// The checksum that PayPal signs in place of a body: CRC-32 as in ISO 3309 and gzip (RFC 1952, section 8). The one of .NET,
/// <c>System.IO.Hashing</c>, is not in the shared framework.
/// </summary>
internal static class Crc32
{
    private const uint Polynomial = 0xEDB88320;

    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(index => Remainder((uint)index))];

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var one in bytes)
        {
            sum = Table[(byte)(sum ^ one)] ^ (sum >> 8);
        }

        return ~sum;
    }

    private static uint Remainder(uint value)
    {
        for (var bit = 0; bit < 8; bit++)
        {
            value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ Polynomial;
        }

        return value;
    }
}
