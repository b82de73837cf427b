using System.Buffers.Binary;
using System.Text;

namespace Webox.Infrastructure.Generations.Sandbox;

/// <summary>
/// Writes 16-bit mono WAV. http://soundfile.sapp.org/doc/WaveFormat, with title and comment as in RIFF's list of information:
/// https://www.loc.gov/preservation/digital/formats/fdd/fdd000025.shtml
/// </summary>
internal static class WavWriter
{
    private const int BytesPerSample = 2;

    public static byte[] Write(int samplesPerSecond, IReadOnlyList<short> samples, string title, string comment)
    {
        var data = new byte[samples.Count * BytesPerSample];
        for (var i = 0; i < samples.Count; i++)
        {
            BinaryPrimitives.WriteInt16LittleEndian(data.AsSpan(i * BytesPerSample), samples[i]);
        }

        return Chunk("RIFF", [
            .. "WAVE"u8,
            .. Chunk("fmt ", Format(samplesPerSecond)),
            .. Chunk("LIST", [.. "INFO"u8, .. Chunk("INAM", Text(title)), .. Chunk("ICMT", Text(comment))]),
            .. Chunk("data", data)]);
    }

    private static byte[] Format(int samplesPerSecond)
    {
        var format = new byte[16];
        BinaryPrimitives.WriteInt16LittleEndian(format, 1); // PCM
        BinaryPrimitives.WriteInt16LittleEndian(format.AsSpan(2), 1); // mono
        BinaryPrimitives.WriteInt32LittleEndian(format.AsSpan(4), samplesPerSecond);
        BinaryPrimitives.WriteInt32LittleEndian(format.AsSpan(8), samplesPerSecond * BytesPerSample);
        BinaryPrimitives.WriteInt16LittleEndian(format.AsSpan(12), BytesPerSample);
        BinaryPrimitives.WriteInt16LittleEndian(format.AsSpan(14), 8 * BytesPerSample);
        return format;
    }

    // Ends with a zero, and a chunk of even length needs no filling.
    private static byte[] Text(string text) => Encoding.ASCII.GetBytes(text.Length % 2 == 0 ? text + "\0\0" : text + "\0");

    private static byte[] Chunk(string type, byte[] content)
    {
        var chunk = new byte[8 + content.Length];
        Encoding.ASCII.GetBytes(type, chunk);
        BinaryPrimitives.WriteInt32LittleEndian(chunk.AsSpan(4), content.Length);
        content.CopyTo(chunk, 8);
        return chunk;
    }
}
