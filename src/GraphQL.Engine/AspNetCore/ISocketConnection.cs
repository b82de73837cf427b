using Microsoft.AspNetCore.Http;

namespace Webox.GraphQL.Engine.AspNetCore;

/// <summary>The WebSocket of a session.</summary>
public interface ISocketConnection
{
    /// <summary>The request of the handshake. Set its <see cref="HttpContext.User"/> to sign in by <c>connection_init</c>.</summary>
    HttpContext HttpContext { get; }

    /// <summary>Whatever an interceptor keeps about the connection.</summary>
    IDictionary<string, object?> ContextData { get; }

    bool IsClosed { get; }

    /// <summary>Canceled when the connection has ended.</summary>
    CancellationToken RequestAborted { get; }

    /// <summary>Sends what is queued, then closes. Nothing happens when it is closing already.</summary>
    /// <param name="message">For the client; cut to 123 bytes. https://www.rfc-editor.org/rfc/rfc6455#section-5.5</param>
    /// <param name="reason">A close code: 4000 to 4999, or one of RFC 6455.</param>
    ValueTask CloseAsync(string message, int reason, CancellationToken cancellationToken = default);
}
