using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Webox.GraphQL.Engine.Execution;

namespace Webox.GraphQL.Engine.AspNetCore.WebSockets;

/// <summary>
/// One socket from the handshake to the close. Three tasks share it: one receives, one sends, one each carries out an operation;
/// the outbox is where they meet, and whoever closes it ends the session.
/// </summary>
internal sealed class SocketSession : ISocketSession, ISocketConnection, IDisposable
{
    private static readonly TimeSpan BrokenFrameLinger = TimeSpan.FromSeconds(1);

    private readonly WebSocket _socket;
    private readonly ISocketSessionInterceptor _interceptor;
    private readonly GraphQLServerOptions _options;
    private readonly TimeProvider _clock;
    private readonly Outbox _outbox;
    private readonly MessageReceiver _receiver;
    private readonly OperationRunner _operations;
    private readonly TransportWsProtocol _protocol;
    private readonly CancellationTokenSource _ended;

    public SocketSession(
        HttpContext context,
        WebSocket socket,
        IRequestExecutor executor,
        ISocketSessionInterceptor interceptor,
        GraphQLServerOptions options,
        TimeProvider clock,
        bool hasBudget,
        ILogger logger)
    {
        HttpContext = context;
        _socket = socket;
        _interceptor = interceptor;
        _options = options;
        _clock = clock;
        _ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        _outbox = new Outbox(options.Sockets.OutboundMessagesMax, options.Sockets.OutboundBytesMax);
        _receiver = new MessageReceiver(socket, options.Sockets.MessageBytesMax);
        _operations = new OperationRunner(this, _outbox, executor, interceptor, options.Sockets, hasBudget, logger);
        _protocol = new TransportWsProtocol(this, _outbox, _operations, interceptor);
    }

    public ISocketConnection Connection => this;

    public HttpContext HttpContext { get; }

    public IDictionary<string, object?> ContextData { get; } = new Dictionary<string, object?>();

    public bool IsClosed => _outbox.Closing is not null;

    public CancellationToken RequestAborted => _ended.Token;

    public ValueTask CloseAsync(string message, int reason, CancellationToken cancellationToken = default)
    {
        _outbox.Close(reason, message);
        return ValueTask.CompletedTask;
    }

    /// <summary>Returns when the socket is closed and every source of its subscriptions, too.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        using var goingAway = stopping.Register(() => _outbox.Close(CloseCodes.GoingAway, "The server is stopping"));
        var limitingInitialization = LimitInitializationAsync();
        var receiving = ReceiveAsync();
        try
        {
            await new MessageSender(_socket, _outbox, _options.Sockets.SendTimeout, _clock).RunAsync();
        }
        finally
        {
            await _ended.CancelAsync();
            await _operations.StopAsync();
            await WaitForCloseAsync(receiving);
            // Again, for an operation that was being started meanwhile: now nothing starts any more.
            await _operations.StopAsync();
            await limitingInitialization;
            if (_protocol.IsInitialized)
            {
                await _interceptor.OnCloseAsync(this, CancellationToken.None);
            }
        }
    }

    public void Dispose()
    {
        _operations.Dispose();
        _ended.Dispose();
    }

    private async Task ReceiveAsync()
    {
        try
        {
            while (!IsClosed && await _receiver.ReceiveAsync() is { } text && !IsClosed)
            {
                await _protocol.HandleAsync(ClientMessage.Parse(text, _options.JsonDepthMax), _ended.Token);
            }

            _outbox.Close(CloseCodes.Normal, "");
        }
        catch (SocketClosedException broken)
        {
            _outbox.Close(broken.Code, broken.Message);
        }
        catch (OperationCanceledException) when (_ended.IsCancellationRequested)
        {
            // A message was being handled when the session ended.
        }
        catch (WebSocketException)
        {
            // The connection was cut, or the socket has answered a broken frame itself (1002, 1007).
            _outbox.Close(CloseCodes.InternalError, "The connection was cut");
            await LingerAsync();
            return;
        }
        finally
        {
            // Whatever ended the loop ends the session; a reason given before counts.
            _outbox.Close(CloseCodes.InternalError, "The connection was cut");
        }

        await DrainAsync();
    }

    /// <summary>Once a frame was broken the connection is reset when we let go of it: the close frame needs a while to be read before.</summary>
    private async Task LingerAsync()
    {
        try
        {
            await Task.Delay(BrokenFrameLinger, _clock, HttpContext.RequestAborted);
        }
        catch (OperationCanceledException) when (HttpContext.RequestAborted.IsCancellationRequested)
        {
            // The client has gone.
        }
    }

    private async Task DrainAsync()
    {
        try
        {
            await _receiver.DrainAsync();
        }
        catch (WebSocketException)
        {
            // Closed without a close frame: closed all the same.
        }
    }

    private async Task LimitInitializationAsync()
    {
        try
        {
            await Task.Delay(_options.Sockets.ConnectionInitializationTimeout, _clock, _ended.Token);
            if (!_protocol.IsInitialized)
            {
                _outbox.Close(CloseCodes.InitializationTimeout, "Connection initialisation timeout");
            }
        }
        catch (OperationCanceledException) when (_ended.IsCancellationRequested)
        {
            // The session was shorter than that.
        }
    }

    /// <summary>Gives the client a while to answer the close frame.</summary>
    private async Task WaitForCloseAsync(Task receiving)
    {
        try
        {
            await receiving.WaitAsync(_options.Sockets.SendTimeout, _clock);
        }
        catch (TimeoutException)
        {
            _socket.Abort();
            await receiving;
        }
    }
}
