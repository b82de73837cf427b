namespace Webox.GraphQL.Engine.AspNetCore.WebSockets;

internal enum ClientMessageType
{
    ConnectionInit,
    Ping,
    Pong,
    Subscribe,
    Complete,
}
