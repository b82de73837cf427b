namespace Webox.GraphQL.Engine.AspNetCore.WebSockets;

/// <summary>
/// The messages that wait to be sent on one socket: bounded in number and bytes, so that a client that reads slowly slows its sources
/// down instead of filling our memory. Many add, one takes.
/// </summary>
internal sealed class Outbox(int messagesMax, int bytesMax)
{
    private readonly Lock _lock = new();
    private readonly Queue<OutboundMessage> _messages = new();
    private TaskCompletionSource? _changed;
    private int _bytes;

    /// <summary>Null while the socket is open.</summary>
    public (int Code, string Reason)? Closing { get; private set; }

    /// <summary>Waits for room.</summary>
    /// <returns>False when the socket is closing: the message will not be sent.</returns>
    public async ValueTask<bool> AddAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                if (Closing is not null)
                {
                    return false;
                }

                // A message over the limit goes alone, or it would wait for ever.
                if (_messages.Count == 0 || (_messages.Count < messagesMax && _bytes + message.Text.Length <= bytesMax))
                {
                    _messages.Enqueue(message);
                    _bytes += message.Text.Length;
                    SignalChange();
                    return true;
                }

                changed = NextChange();
            }

            await changed.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Waits for a message. Null when the socket is closing and all that was queued before has been taken.</summary>
    public async ValueTask<OutboundMessage?> TakeAsync()
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                if (_messages.TryDequeue(out var message))
                {
                    _bytes -= message.Text.Length;
                    SignalChange();
                    return message;
                }

                if (Closing is not null)
                {
                    return null;
                }

                changed = NextChange();
            }

            await changed;
        }
    }

    /// <summary>Takes no more messages. The first reason counts.</summary>
    public void Close(int code, string reason)
    {
        lock (_lock)
        {
            Closing ??= (code, reason);
            SignalChange();
        }
    }

    private Task NextChange() => (_changed ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    private void SignalChange()
    {
        _changed?.SetResult();
        _changed = null;
    }
}
