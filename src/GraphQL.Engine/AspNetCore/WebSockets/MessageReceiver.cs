using System.Buffers;
using System.Net.WebSockets;

namespace Webox.GraphQL.Engine.AspNetCore.WebSockets;

/// <summary>Puts the frames of a socket together to messages.</summary>
internal sealed class MessageReceiver(WebSocket socket, int bytesMax)
{
    private const int BufferBytes = 4096;

    private ArrayBufferWriter<byte> _buffer = new(BufferBytes);

    /// <returns>A whole text message, owned by the caller. Null when the client closed.</returns>
    /// <exception cref="SocketClosedException">The message is too big, or not text.</exception>
    /// <exception cref="WebSocketException">The connection was cut, or the client broke RFC 6455.</exception>
    public async Task<ReadOnlyMemory<byte>?> ReceiveAsync()
    {
        while (true)
        {
            // Not cancelable: canceling a receive aborts the socket, and with it the close code.
            var frame = await socket.ReceiveAsync(_buffer.GetMemory(BufferBytes), CancellationToken.None);
            if (frame.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            if (frame.MessageType == WebSocketMessageType.Binary)
            {
                throw SocketClosedException.Invalid("The message is not text");
            }

            _buffer.Advance(frame.Count);
            if (_buffer.WrittenCount > bytesMax)
            {
                _buffer = new ArrayBufferWriter<byte>(BufferBytes);
                throw new SocketClosedException(CloseCodes.MessageTooBig, $"The message may have {bytesMax} bytes at most");
            }

            if (frame.EndOfMessage)
            {
                return TakeMessage();
            }
        }
    }

    /// <summary>Reads on until the client has closed, too, so that our close frame reaches it.</summary>
    public async Task DrainAsync()
    {
        var scrap = new byte[BufferBytes];
        while (socket.State is WebSocketState.Open or WebSocketState.CloseSent
            && (await socket.ReceiveAsync(scrap.AsMemory(), CancellationToken.None)).MessageType != WebSocketMessageType.Close)
        {
        }
    }

    /// <summary>A buffer that a big message has grown is not kept for the life of the socket.</summary>
    private ReadOnlyMemory<byte> TakeMessage()
    {
        var message = _buffer.WrittenSpan.ToArray();
        if (_buffer.Capacity > 4 * BufferBytes)
        {
            _buffer = new ArrayBufferWriter<byte>(BufferBytes);
        }
        else
        {
            _buffer.ResetWrittenCount();
        }

        return message;
    }
}
