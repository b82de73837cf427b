namespace Webox.GraphQL.Engine.AspNetCore;

/// <summary>One client on one WebSocket, from the handshake to the close.</summary>
public interface ISocketSession
{
    ISocketConnection Connection { get; }
}
