using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using Webox.Application.Generations;

namespace Webox.Infrastructure.Generations;

/// <summary>
/// Reads the data of server-sent events. https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
/// Lines end with LF, CR or CRLF, several data lines are one event, comments and other fields say nothing, and an event that the stream
/// ends in the middle of never was. The framework's parser has no limit for a line, and a provider could fill the memory.
/// </summary>
internal static class ServerSentEvents
{
    private const int LineBytesMax = 1024 * 1024;
    private const long StreamBytesMax = 32 * 1024 * 1024;

    /// <param name="takesBareJson">
    /// True for a provider that may write an error object into the stream as it is: from a line that begins with a brace, all that
    /// follows is one event.
    /// </param>
    /// <exception cref="ProviderFailureException">A line, an event or the stream is larger than any answer.</exception>
    public static async IAsyncEnumerable<string> ReadAsync(
        Stream stream, bool takesBareJson, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var buffer = new byte[16 * 1024];
        var parser = new Parser(takesBareJson);
        long total = 0;
        while (await stream.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            total += read;
            ThrowIfOver(total, StreamBytesMax);
            for (var i = 0; i < read; i++)
            {
                if (parser.Take(buffer[i]) is { } data)
                {
                    yield return data;
                }
            }
        }

        if (parser.Bare() is { } json)
        {
            yield return json;
        }
    }

    private static void ThrowIfOver(long bytes, long max)
    {
        if (bytes > max)
        {
            throw ProviderFailures.TooLarge();
        }
    }

    private sealed class Parser(bool takesBareJson)
    {
        private readonly ArrayBufferWriter<byte> _line = new();
        private readonly ArrayBufferWriter<byte> _data = new();
        private bool _hasData;
        private bool _isBare;
        private bool _afterCarriageReturn;

        /// <returns>The data of an event that this byte completes.</returns>
        public string? Take(byte next)
        {
            _isBare |= takesBareJson && !_hasData && _line.WrittenCount == 0 && next is (byte)'{';
            if (_isBare)
            {
                _line.Write([next]);
                ThrowIfOver(_line.WrittenCount, LineBytesMax);
                return null;
            }

            var endsLine = next is (byte)'\n' or (byte)'\r';
            var secondHalf = next is (byte)'\n' && _afterCarriageReturn;
            _afterCarriageReturn = next is (byte)'\r';
            if (secondHalf)
            {
                return null;
            }

            if (!endsLine)
            {
                _line.Write([next]);
                ThrowIfOver(_line.WrittenCount, LineBytesMax);
                return null;
            }

            return _line.WrittenCount == 0 ? EndEvent() : EndLine();
        }

        /// <returns>What stood bare in the stream, once it has ended. Null: nothing.</returns>
        public string? Bare() => _isBare ? Encoding.UTF8.GetString(_line.WrittenSpan) : null;

        private string? EndLine()
        {
            var line = _line.WrittenSpan;
            if (line.StartsWith("data"u8) && (line.Length == 4 || line[4] == ':'))
            {
                if (_hasData)
                {
                    _data.Write("\n"u8);
                }

                var value = line.Length == 4 ? [] : line[5..];
                _data.Write(value is [(byte)' ', .. var rest] ? rest : value);
                _hasData = true;
                ThrowIfOver(_data.WrittenCount, LineBytesMax);
            }

            _line.ResetWrittenCount();
            return null;
        }

        private string? EndEvent()
        {
            if (!_hasData)
            {
                return null;
            }

            var data = Encoding.UTF8.GetString(_data.WrittenSpan);
            _data.ResetWrittenCount();
            _hasData = false;
            return data;
        }
    }
}
