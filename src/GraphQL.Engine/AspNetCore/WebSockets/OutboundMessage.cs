namespace Webox.GraphQL.Engine.AspNetCore.WebSockets;

/// <summary>A message that waits to be sent.</summary>
/// <param name="Operation">The operation it belongs to; it is dropped once the client has completed that.</param>
internal sealed record OutboundMessage(ReadOnlyMemory<byte> Text, SocketOperation? Operation = null);
