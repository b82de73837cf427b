using System.Net;
using System.Text;
using Webox.Application.Generations;
using Webox.Domain.Generations;
using Webox.Infrastructure.Tests.Generations.OpenAi;

namespace Webox.Infrastructure.Tests.Generations;

/// <summary>
/// What a provider streams, and what becomes of it on the way: cut at every byte, with other line ends, with comments between, in pieces
/// of one byte, glued together. An answer must come out the same or not at all.
/// </summary>
internal static class RecordedStreams
{
    private static readonly TextRequest Request = new("m", "Say hello", "You are terse.", Temperature: null, OutputTokensMax: 64);

    /// <summary>Reads a stream to its end or failure. Any exception but a provider's failure fails the test.</summary>
    public static async Task<Reading> ReadAsync(Func<HttpClient, ITextGenerator> adapter, Stream stream)
    {
        using var http = new HttpClient(new ScriptedHttp(HttpStatusCode.OK, () => stream));
        var generator = adapter(http);
        var text = new StringBuilder();
        TextChunk.Finished? end = null;
        try
        {
            await foreach (var chunk in generator.StreamAsync(Request, default))
            {
                Assert.Null(end);
                text.Append((chunk as TextChunk.Delta)?.Text);
                end = chunk as TextChunk.Finished;
            }

            return new Reading(text.ToString(), end, null);
        }
        catch (ProviderFailureException failure)
        {
            Assert.Null(end);
            return new Reading(text.ToString(), null, failure);
        }
    }

    /// <summary>
    /// A whole answer, however it is served: the same text and end from every variant; from a part of one, a beginning of the text, and an
    /// end only if the whole line of the end marker arrived.
    /// </summary>
    public static async Task HoldsAsync(Func<HttpClient, ITextGenerator> adapter, byte[] recorded, string endMarker)
    {
        var whole = await ReadAsync(adapter, new MemoryStream(recorded));
        Assert.NotNull(whole.End);
        await AssertSameFromEveryVariantAsync(adapter, recorded, whole);
        await AssertCutAnywhereAsync(adapter, recorded, whole.Text, endMarker);
        await AssertCutAnywhereAsync(adapter, WithOtherLineEnds(recorded), whole.Text, endMarker);
    }

    /// <summary>An answer that never ends well: the same failure from every variant, and no success from any part of it.</summary>
    public static async Task FailsAsync(Func<HttpClient, ITextGenerator> adapter, byte[] recorded, GenerationFailureCode code)
    {
        var whole = await ReadAsync(adapter, new MemoryStream(recorded));
        Assert.Equal(code, whole.Failure?.Code);
        await AssertSameFromEveryVariantAsync(adapter, recorded, whole);
        await AssertCutAnywhereAsync(adapter, recorded, whole.Text, endMarker: null);
    }

    private static async Task AssertSameFromEveryVariantAsync(Func<HttpClient, ITextGenerator> adapter, byte[] recorded, Reading whole)
    {
        foreach (var bytes in (byte[][])[recorded, WithOtherLineEnds(recorded), WithComments(recorded)])
        {
            foreach (var atATime in (int[])[1, 7, int.MaxValue])
            {
                var reading = await ReadAsync(adapter, new DrippingStream(bytes, atATime));

                Assert.Equal((whole.Text, whole.End, whole.Failure?.Code), (reading.Text, reading.End, reading.Failure?.Code));
            }
        }
    }

    private static async Task AssertCutAnywhereAsync(
        Func<HttpClient, ITextGenerator> adapter, byte[] recorded, string text, string? endMarker)
    {
        for (var length = 0; length < recorded.Length; length++)
        {
            var reading = await ReadAsync(adapter, new MemoryStream(recorded, 0, length));

            Assert.StartsWith(reading.Text, text, StringComparison.Ordinal);
            if (reading.End is not null)
            {
                var arrived = Encoding.UTF8.GetString(recorded, 0, length);
                var at = endMarker is null ? -1 : arrived.LastIndexOf(endMarker, StringComparison.Ordinal);
                Assert.True(at >= 0 && arrived.AsSpan(at).ContainsAny('\r', '\n'), $"An end without the end marker, after {length} bytes.");
                Assert.Equal(text, reading.Text);
            }
            else if (reading.Failure is { Code: GenerationFailureCode.StreamInterrupted } interrupted)
            {
                Assert.True(interrupted.IsRetryable);
            }
            else
            {
                // Another failure only where the provider's own had arrived.
                Assert.Null(endMarker);
            }
        }
    }

    private static byte[] WithOtherLineEnds(byte[] recorded)
    {
        var text = Encoding.UTF8.GetString(recorded);
        return Encoding.UTF8.GetBytes(text.Contains('\r', StringComparison.Ordinal)
            ? text.Replace("\r\n", "\n", StringComparison.Ordinal)
            : text.Replace("\n", "\r\n", StringComparison.Ordinal));
    }

    private static byte[] WithComments(byte[] recorded)
    {
        var text = Encoding.UTF8.GetString(recorded);
        return Encoding.UTF8.GetBytes(": keep-alive\n\n" + text.Replace("data:", ": still here\nid: 7\ndata:", StringComparison.Ordinal));
    }
}

/// <summary>What came of a stream: the text so far, and its end or the failure.</summary>
internal sealed record Reading(string Text, TextChunk.Finished? End, ProviderFailureException? Failure);
