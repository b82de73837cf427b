using System.Net.WebSockets;

namespace Webox.GraphQL.Engine.AspNetCore.WebSockets;

/// <summary>Sends what is in the outbox, one message at a time, then the close frame.</summary>
internal sealed class MessageSender(WebSocket socket, Outbox outbox, TimeSpan timeout, TimeProvider clock)
{
    // A control frame holds 125 bytes, two of them the code. https://www.rfc-editor.org/rfc/rfc6455#section-5.5
    private const int ReasonBytesMax = 123;

    /// <summary>Returns when the close frame is sent, or when the connection is cut; then the socket is aborted.</summary>
    public async Task RunAsync()
    {
        try
        {
            while (await outbox.TakeAsync() is { } message)
            {
                if (message.Operation is { IsCanceled: true })
                {
                    continue;
                }

                using var blocked = new CancellationTokenSource(timeout, clock);
                await socket.SendAsync(message.Text, WebSocketMessageType.Text, endOfMessage: true, blocked.Token);
            }

            var (code, reason) = outbox.Closing!.Value;
            using var closeBlocked = new CancellationTokenSource(timeout, clock);
            await socket.CloseOutputAsync((WebSocketCloseStatus)code, Cut(reason), closeBlocked.Token);
        }
        catch (Exception cut) when (cut is WebSocketException or OperationCanceledException or IOException)
        {
            // The client is gone, or does not read: neither will it read a close frame.
            outbox.Close(CloseCodes.InternalError, "The connection was cut");
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                socket.Abort();
            }
        }
    }

    private static string Cut(string reason)
    {
        var length = 0;
        var bytes = 0;
        foreach (var rune in reason.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > ReasonBytesMax)
            {
                break;
            }

            length += rune.Utf16SequenceLength;
        }

        return reason[..length];
    }
}
