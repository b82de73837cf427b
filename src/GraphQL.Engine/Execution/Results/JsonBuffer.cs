using System.Buffers;
using System.Globalization;
using System.Text;

namespace Webox.GraphQL.Engine.Execution.Results;

/// <summary>
/// UTF-8 JSON in one pooled array that can be cut back to an earlier length, which is how a null takes the place of a
/// half-written object.
/// </summary>
internal sealed class JsonBuffer : IDisposable
{
    private const int InitialSize = 4 * 1024;
    private const int NumberSizeMax = 64;

    private static readonly SearchValues<char> Escaped = SearchValues.Create([.. "\"\\", .. Enumerable.Range(0, 0x20).Select(c => (char)c)]);

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(InitialSize);

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, Length);

    /// <summary>Forgets everything after <paramref name="length"/>.</summary>
    public void Truncate(int length) => Length = length;

    public void WriteByte(byte value)
    {
        Reserve(1)[0] = value;
        Length++;
    }

    public void WriteRaw(ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(Reserve(utf8.Length));
        Length += utf8.Length;
    }

    /// <summary>A quoted string. Half of a surrogate pair becomes U+FFFD.</summary>
    public void WriteString(ReadOnlySpan<char> text)
    {
        WriteByte((byte)'"');
        while (!text.IsEmpty)
        {
            var run = text.IndexOfAny(Escaped);
            var plain = run < 0 ? text : text[..run];
            Length += Encoding.UTF8.GetBytes(plain, Reserve(SizeOf(plain)));
            if (run < 0)
            {
                break;
            }

            WriteEscape(text[run]);
            text = text[(run + 1)..];
        }

        WriteByte((byte)'"');
    }

    public void WriteNumber<T>(T value)
        where T : IUtf8SpanFormattable
    {
        value.TryFormat(Reserve(NumberSizeMax), out var written, default, CultureInfo.InvariantCulture);
        Length += written;
    }

    public void Dispose()
    {
        var bytes = Interlocked.Exchange(ref _bytes, []);
        if (bytes.Length > 0)
        {
            Length = 0;
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    // At most three bytes a character; counted only where that would be far too many.
    private static int SizeOf(ReadOnlySpan<char> text) =>
        text.Length <= InitialSize ? Encoding.UTF8.GetMaxByteCount(text.Length) : Encoding.UTF8.GetByteCount(text);

    private void WriteEscape(char value)
    {
        switch (value)
        {
            case '"':
                WriteRaw("\\\""u8);
                break;
            case '\\':
                WriteRaw("\\\\"u8);
                break;
            case '\n':
                WriteRaw("\\n"u8);
                break;
            case '\r':
                WriteRaw("\\r"u8);
                break;
            case '\t':
                WriteRaw("\\t"u8);
                break;
            default:
                WriteRaw("\\u00"u8);
                WriteByte(Hex(value >> 4));
                WriteByte(Hex(value & 0xF));
                break;
        }
    }

    private static byte Hex(int digit) => (byte)(digit < 10 ? '0' + digit : 'a' + digit - 10);

    private Span<byte> Reserve(int count)
    {
        if (_bytes.Length - Length < count)
        {
            Grow(count);
        }

        return _bytes.AsSpan(Length);
    }

    private void Grow(int count)
    {
        var larger = ArrayPool<byte>.Shared.Rent(checked(Math.Max(_bytes.Length * 2, Length + count)));
        Written.Span.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
